/// Named bytes and byte classes of markup.
enum ASCII {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0a
  static let space: UInt8 = 0x20
  static let exclamationMark: UInt8 = 0x21
  static let quotationMark: UInt8 = 0x22
  static let ampersand: UInt8 = 0x26
  static let apostrophe: UInt8 = 0x27
  static let hyphen: UInt8 = 0x2d
  static let slash: UInt8 = 0x2f
  static let lessThan: UInt8 = 0x3c
  static let equals: UInt8 = 0x3d
  static let greaterThan: UInt8 = 0x3e
  static let questionMark: UInt8 = 0x3f
  static let rightBracket: UInt8 = 0x5d

  /// Whether the byte is white space in HTML: tab, line feed, form feed, carriage return or space.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte <= 0x20 && (byte == 0x20 || byte == 0x0a || byte == 0x09 || byte == 0x0d || byte == 0x0c)
  }

  /// Whether the byte is white space that XML knows: tab, line feed, carriage return or space.
  @inline(__always)
  static func isLineSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a || byte == 0x09 || byte == 0x0d
  }

  /// Whether the byte is an ASCII letter.
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether the byte is an ASCII digit.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The byte in lower case.
  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
