/// A `time` element, or another element with a `datetime` attribute.
public struct TimeDeclaration: Sendable, Equatable {
  /// The `datetime` attribute.
  public var datetime: String?
  /// The element's text.
  public var text: String
  /// The index in ``BlockTree`` of the first block at or after the element's start.
  public var block: Int
  /// The `class`, `itemprop` and `pubdate` attributes, joined by spaces, in lower case.
  public var hints: String

  /// A declaration with all its fields.
  public init(datetime: String?, text: String, block: Int, hints: String) {
    self.datetime = datetime
    self.text = text
    self.block = block
    self.hints = hints
  }
}
