/// A `link` element that leads to another address of the page, its license, author or image.
public struct LinkDeclaration: Sendable, Equatable {
  /// The `rel` attribute in lower case.
  public var rel: String
  /// The `href` attribute.
  public var href: String

  /// A declaration of that relation.
  public init(rel: String, href: String) {
    self.rel = rel
    self.href = href
  }
}
