/// An element that names a property of the page: microdata `itemprop`, or `rel` of author, license or tag.
public struct PropertyDeclaration: Sendable, Equatable {
  /// The property's name in lower case: an `itemprop` token, or `rel:author`, `rel:license`, `rel:tag`.
  public var name: String
  /// The `content`, `datetime` or `href` attribute, in this order of preference.
  public var value: String?
  /// The element's text, white space collapsed; empty when it is over 512 bytes long.
  public var text: String
  /// The `itemtype` of the nearest element around it that has one, in lower case.
  public var itemType: String?
  /// The index in ``BlockTree`` of the first block at or after the element's start.
  public var block: Int

  /// A declaration with all its fields.
  public init(name: String, value: String?, text: String, itemType: String?, block: Int) {
    self.name = name
    self.value = value
    self.text = text
    self.itemType = itemType
    self.block = block
  }
}
