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
  /// `meta` elements.
  public var metas: [MetaDeclaration] = []
  /// `link` elements.
  public var links: [LinkDeclaration] = []
  /// The bodies of `script type="application/ld+json"` elements.
  public var jsonLD: [String] = []
  /// `time` elements and other elements with a `datetime` attribute.
  public var times: [TimeDeclaration] = []
  /// Elements with an `itemprop` attribute, `rel="author"`, `rel="license"` or `rel="tag"`.
  public var properties: [PropertyDeclaration] = []

  /// Declarations of a page that declares nothing.
  public init() {}
}
