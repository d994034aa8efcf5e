/// A character reference in text or in an attribute's value, read as libxml2 reads it.
///
/// Numeric ones may lack their semicolon, named ones may not: they are those of HTML 4.
struct CharacterReference {
  /// The scalar that it stands for; 0 when it stands for none that markup may hold.
  var scalar: UInt32
  /// The index after it.
  var end: Int

  /// The reference whose `&` is at `position`, or `nil` when the `&` stands for itself.
  init?(in bytes: Span<UInt8>, at position: Int) {
    if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "#") {
      self.init(numeric: bytes, at: position)
    } else {
      self.init(named: bytes, at: position)
    }
  }

  private init(numeric bytes: Span<UInt8>, at position: Int) {
    let isHexadecimal =
      position + 2 < bytes.count && ASCII.lowercased(bytes[position + 2]) == UInt8(ascii: "x")
    let base: UInt32 = isHexadecimal ? 16 : 10
    end = position + (isHexadecimal ? 3 : 2)
    scalar = 0
    while end < bytes.count, let digit = Self.digit(bytes[end], base: base) {
      if scalar < 0x110000 { scalar = scalar * base + digit }
      end += 1
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: ";") { end += 1 }
    if !Self.isCharacter(scalar) { scalar = 0 }
  }

  private init?(named bytes: Span<UInt8>, at position: Int) {
    end = position + 1
    var packed: UInt64 = 0
    // One byte more than a name may have shows that it is too long.
    while end < bytes.count, end - position <= NamedCharacters.longestName,
      ASCII.isLetter(bytes[end]) || ASCII.isDigit(bytes[end])
    {
      packed = packed << 8 | UInt64(bytes[end])
      end += 1
    }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";"),
      let scalar = NamedCharacters.table.scalar(named: packed)
    else { return nil }
    self.scalar = scalar
    end += 1
  }

  private static func digit(_ byte: UInt8, base: UInt32) -> UInt32? {
    if ASCII.isDigit(byte) { return UInt32(byte &- 0x30) }
    let letter = ASCII.lowercased(byte) &- 0x61
    return base == 16 && letter < 6 ? UInt32(letter) + 10 : nil
  }

  /// Whether a document may hold the character (XML 1.0, section 2.2, which libxml2 goes by).
  private static func isCharacter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x9, 0xa, 0xd, 0x20...0xd7ff, 0xe000...0xfffd, 0x10000...0x10ffff: true
    default: false
    }
  }
}

extension CharacterReference {
  /// The UTF-8 of the scalar; nothing for 0.
  var bytes: [UInt8] {
    guard scalar != 0, let scalar = Unicode.Scalar(scalar) else { return [] }
    return Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// The value of an attribute with its references decoded.
  ///
  /// One that stands for no character ends the value.
  static func decoded(_ value: Span<UInt8>) -> [UInt8] { decoded(value, endsAtNothing: true) }

  /// Text with its references decoded.
  static func text(_ text: Span<UInt8>) -> [UInt8] { decoded(text, endsAtNothing: false) }

  private static func decoded(_ value: Span<UInt8>, endsAtNothing: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(value.count)
    var position = 0
    while position < value.count {
      let mark = ByteSearch.firstIndex(of: ASCII.ampersand, in: value, from: position)
      result.append(copying: value.extracting(position..<mark))
      guard mark < value.count else { break }
      if let reference = CharacterReference(in: value, at: mark) {
        if reference.scalar == 0, endsAtNothing { break }
        result += reference.bytes
        position = reference.end
      } else {
        result.append(ASCII.ampersand)
        position = mark + 1
      }
    }
    return result
  }
}
