/// What the builder saw around a block.
struct BlockFlags: OptionSet, Sendable {
  let rawValue: UInt8

  /// An element around it is hidden.
  static let hidden = Self(rawValue: 1 << 0)
  /// A line break, not an element boundary, parts it from the block before.
  static let followsLineBreak = Self(rawValue: 1 << 1)
  /// It is the text of a table cell.
  static let cell = Self(rawValue: 1 << 2)
}
