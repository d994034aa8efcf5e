/// What readers say of a page: its true text, roles and metadata, as far as they looked at them.
public struct ReferencePage: Sendable, Equatable {
  /// The page's name in its corpus.
  public var id: String
  /// The kind of page, as the corpus calls it.
  public var pageType: String?
  /// The primary tag of its language.
  public var language: String?
  /// Whether no fit may see the page; `nil` where the corpus does not say.
  public var isHeldOut: Bool?
  /// The main text; `nil` where nobody wrote it down.
  public var text: String?
  /// Phrases that the text must have.
  public var required: [String] = []
  /// Phrases that the text must not have.
  public var forbidden: [String] = []
  /// The headline; `nil` where it is not known.
  public var title: String?
  /// The authors; `nil` where they are not known or there are none.
  public var author: String?
  /// The day of publication, as `YYYY-MM-DD`; `nil` where it is not known.
  public var published: String?
  /// Every visible text of the page with its role; `nil` where nobody labelled them.
  public var blocks: [LabelledText]?

  /// A reference that says nothing yet.
  public init(id: String) { self.id = id }
}
