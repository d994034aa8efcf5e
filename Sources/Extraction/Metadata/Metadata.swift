/// What a page says of itself.
///
/// Dates are ISO 8601: `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ss` with `Z` or an offset where the page has one.
public struct Metadata: Sendable, Equatable {
  /// The headline of the main content, without the site's name.
  public var title: String?
  /// The authors' names, separated by `, `.
  public var author: String?
  /// When the page was first published.
  public var published: String?
  /// When the page was last changed.
  public var modified: String?
  /// The name of the site.
  public var site: String?
  /// The address the page names as its own.
  public var canonical: String?
  /// The page's summary of itself.
  public var description: String?
  /// The address of the page's main image.
  public var image: String?
  /// The BCP 47 tag of the page's language.
  public var language: String?
  /// The sections the page is filed under.
  public var categories: [String] = []
  /// The keywords the page gives itself.
  public var tags: [String] = []
  /// The licence the page names: its address or its name.
  public var license: String?

  /// Metadata that say nothing.
  public init() {}
}
