/// What the builder saw around a block.
struct BlockFlags: OptionSet, Sendable {
  let rawValue: UInt8

  /// An element around it is hidden.
  static let hidden = Self(rawValue: 1 << 0)
  /// A line break, not an element boundary, parts it from the block before.
  static let followsLineBreak = Self(rawValue: 1 << 1)
  /// More than one line break parts it from the block before.
  static let followsEmptyLine = Self(rawValue: 1 << 3)
  /// It is the text of a table cell.
  static let cell = Self(rawValue: 1 << 2)

  /// Whether it is the next line of what the block before is, as in a verse; an empty line begins another.
  var continuesLines: Bool { contains(.followsLineBreak) && !contains(.followsEmptyLine) }
}
