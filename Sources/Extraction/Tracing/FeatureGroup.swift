/// Features of a block that speak of one thing, so that what they do together can be told in a word.
public enum FeatureGroup: UInt8, CaseIterable, Sendable {
  /// How densely text stands in the block's element, around it and along the page.
  case textDensity
  /// How much of the text is links, and where these lead.
  case linkDensity
  /// The block's own text: its length, signs, numbers, sentences, and how it is set.
  case shape
  /// Where on the page it stands, and after which heading.
  case position
  /// The elements that it is and stands in.
  case markup
  /// What classes and identifiers around it hint at.
  case classHints
  /// The blocks before and after it.
  case neighbours
  /// Repetition: the same text again, and siblings of one shape.
  case repetition
  /// What the whole page is like and says of itself.
  case page

  /// The name of the group in JSON: its case name.
  public var name: String { String(describing: self) }

  /// The name of the group for people.
  public var title: String {
    switch self {
    case .textDensity: "text density"
    case .linkDensity: "links"
    case .shape: "length and shape"
    case .position: "position"
    case .markup: "tags around"
    case .classHints: "class hints"
    case .neighbours: "neighbours"
    case .repetition: "repetition"
    case .page: "the page"
    }
  }
}
