/// What the parser collects for the metadata while it builds the block tree.
///
/// The lists are in document order; texts are UTF-8 with entities decoded, except JSON-LD, which is as the
/// page has it.
public struct PageDeclarations: Sendable {
  /// The page's own address, when the caller knows it.
  public var url: String?
  /// The `lang` or `xml:lang` attribute of the root element.
  public var language: String?
  /// The text of the first `title` element in the head.
  public var documentTitle: String?
  /// `meta` elements: the `name`, `property` or `itemprop` attribute in lower case, or `content-language` as
  /// `http-equiv`; and `content`.
  public var metas: [(name: String, content: String)] = []
  /// `link` elements: the `rel` attribute in lower case, and `href`.
  public var links: [(rel: String, href: String)] = []
  /// The bodies of `script type="application/ld+json"` elements.
  public var jsonLD: [String] = []
  /// `time` elements and other elements with a `datetime` attribute.
  public var times: [TimeDeclaration] = []
  /// Elements with an `itemprop` attribute, `rel="author"`, `rel="license"` or `rel="tag"`.
  public var properties: [PropertyDeclaration] = []

  /// Declarations of a page that declares nothing.
  public init() {}
}
