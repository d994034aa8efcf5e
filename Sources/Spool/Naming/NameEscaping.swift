/// Turns bytes that came from outside into text that is safe in names, log lines and JSON.
package enum NameEscaping {
  /// The percent-escaped form of `bytes`.
  ///
  /// Kept are the characters of valid UTF-8 but for these, whose bytes become `%XX`: `%` itself, so that
  /// the escaping can be undone; `/`; control characters; line and paragraph separators; and the marks
  /// that change the direction of text, since they can make a log line read as another.
  package static func escape(_ bytes: [UInt8]) -> String {
    var text = ""
    var position = 0
    while position < bytes.count {
      let length = characterLength(in: bytes, at: position)
      let scalar = length == 0 ? nil : scalar(in: bytes, at: position, length: length)
      if let scalar, !isHarmful(scalar) {
        text.unicodeScalars.append(scalar)
        position += length
      } else {
        for byte in bytes[position..<(position + max(length, 1))] {
          appendEscape(of: byte, to: &text)
        }
        position += max(length, 1)
      }
    }
    return text
  }

  /// `bytes` cut to at most `limit` bytes; what was cut is stood for by a digest of the whole.
  ///
  /// The cut falls between two characters and never within a `%XX` escape. The digest, 16 hexadecimal
  /// digits of FNV-1a (Fowler, Noll, Vo 1991), keeps long names apart that share their beginning.
  package static func shorten(_ bytes: [UInt8], to limit: Int) -> [UInt8] {
    guard bytes.count > limit else { return bytes }
    let digest = Array("-".utf8) + hexadecimal(fowlerNollVo(bytes))
    var end = max(0, limit - digest.count)
    while end > 0, bytes[end] & 0b1100_0000 == 0b1000_0000 { end -= 1 }
    if let percent = bytes[max(0, end - 2)..<end].lastIndex(of: UInt8(ascii: "%")) { end = percent }
    return bytes[..<end] + digest
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "%" || scalar == "/" || isHarmfulInText(scalar)
  }

  /// Whether a character ends a line, moves a terminal's cursor or changes the direction of text.
  static func isHarmfulInText(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": true
    case "\u{61C}", "\u{200E}"..."\u{200F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
    case "\u{FEFF}": true
    default: false
    }
  }

  /// The number of bytes of the UTF-8 character at `position`, or 0 when there is no valid one.
  private static func characterLength(in bytes: [UInt8], at position: Int) -> Int {
    let length: Int
    switch bytes[position] {
    case 0..<0x80: return 1
    case 0xC2..<0xE0: length = 2
    case 0xE0..<0xF0: length = 3
    case 0xF0..<0xF5: length = 4
    default: return 0
    }
    guard position + length <= bytes.count else { return 0 }
    let tail = bytes[(position + 1)..<(position + length)]
    return tail.allSatisfy { $0 & 0b1100_0000 == 0b1000_0000 } ? length : 0
  }

  /// The character of `length` bytes at `position`, or `nil` for a surrogate, an overlong form or a value
  /// past the end of Unicode.
  private static func scalar(
    in bytes: [UInt8], at position: Int, length: Int
  ) -> Unicode.Scalar? {
    let smallest: [UInt32] = [0, 0, 0x80, 0x800, 0x1_0000]
    let leadMask: [UInt8] = [0, 0x7F, 0x1F, 0x0F, 0x07]
    var value = UInt32(bytes[position] & leadMask[length])
    for byte in bytes[(position + 1)..<(position + length)] {
      value = value << 6 | UInt32(byte & 0b0011_1111)
    }
    return value >= smallest[length] ? Unicode.Scalar(value) : nil
  }

  private static func appendEscape(of byte: UInt8, to text: inout String) {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    text.unicodeScalars.append("%")
    text.unicodeScalars.append(digits[Int(byte >> 4)])
    text.unicodeScalars.append(digits[Int(byte & 15)])
  }

  private static func fowlerNollVo(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  private static func hexadecimal(_ value: UInt64) -> [UInt8] {
    let digits = String(value, radix: 16)
    return Array(String(repeating: "0", count: 16 - digits.count).utf8) + Array(digits.utf8)
  }
}
