/// A `meta` element that names something and says what it is.
public struct MetaDeclaration: Sendable, Equatable {
  /// The `name`, `property` or `itemprop` attribute in lower case, or `content-language` as `http-equiv`.
  public var name: String
  /// The `content` attribute.
  public var content: String

  /// A declaration of that name.
  public init(name: String, content: String) {
    self.name = name
    self.content = content
  }
}
