/// A rule that moves a block's score where no model is used.
enum RuleTerm: Sendable {
  case marked
  case unmarked
  case boilerplate
  case bylineOrTags
  case links
  case contentElement
  case fullSentence

  /// What the rule saw, in words.
  var words: String {
    switch self {
    case .marked: "marked as content by text density"
    case .unmarked: "not marked as content by text density"
    case .boilerplate: "inside a part that holds no main content"
    case .bylineOrTags: "short, inside a byline or list of tags"
    case .links: "short, and most of it is links"
    case .contentElement: "plain text inside a content element"
    case .fullSentence: "long, and ends a sentence"
    }
  }
}
