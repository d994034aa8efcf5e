/// Reads one JSON object, member by member, without making a tree of it (RFC 8259).
///
/// Arrays and objects inside it are skipped: their brackets and strings are checked, the rest of them is
/// not. Half of a surrogate pair becomes U+FFFD, since writers in Python and JavaScript send such.
package struct JSONObjectReader: Sendable {
  private let bytes: [UInt8]
  private var position = 0
  private var isFirst = true

  /// A reader of those bytes, which hold one object and white space, perhaps behind the mark of UTF-8.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The name of the next member, after which ``value()`` has to be called; `nil` at the object's end.
  ///
  /// - Throws: ``JSONSyntaxError``, also when something follows the object.
  package mutating func nextName() throws(JSONSyntaxError) -> String? {
    if isFirst { try expect(UInt8(ascii: "{"), "an object") }
    if take(UInt8(ascii: "}")) { return try end() }
    if !isFirst { try expect(UInt8(ascii: ","), "a comma or the object's end") }
    isFirst = false
    skipSpace()
    guard current == UInt8(ascii: "\"") else { throw error("a member's name") }
    let name = String(decoding: try string(), as: UTF8.self)
    try expect(UInt8(ascii: ":"), "a colon")
    return name
  }

  /// The value of the member whose name was read.
  ///
  /// - Throws: ``JSONSyntaxError``.
  package mutating func value() throws(JSONSyntaxError) -> JSONScalar {
    skipSpace()
    switch current {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try skipNested()
      return .other
    default: return try word()
    }
  }

  // MARK: - Tokens

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func error(_ expected: String) -> JSONSyntaxError {
    JSONSyntaxError(offset: position, expected: expected)
  }

  private mutating func skipSpace() {
    while let byte = current, Self.isSpace(byte) { position += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard current == byte else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: UInt8, _ what: String) throws(JSONSyntaxError) {
    guard take(byte) else { throw error(what) }
  }

  private mutating func end() throws(JSONSyntaxError) -> String? {
    skipSpace()
    guard position == bytes.count else { throw error("nothing after the object") }
    return nil
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() throws(JSONSyntaxError) -> JSONScalar {
    let start = position
    while let byte = current, Self.isWord(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    switch text {
    case "null": return .null
    case "true", "false": return .other
    case _ where Self.isNumber(text): return .number(text)
    default:
      position = start
      throw error("a value")
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    !isSpace(byte) && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "}")
      && byte != UInt8(ascii: "]") && byte != UInt8(ascii: "\"")
  }

  /// Whether that is a number; one with a leading zero passes, since nothing is computed with it.
  private static func isNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    let isDigit = { (byte: UInt8) in byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
    guard isDigit(first) || first == UInt8(ascii: "-") else { return false }
    return Double(text) != nil && text.utf8.allSatisfy { isDigit($0) || "+-.eE".utf8.contains($0) }
  }

  /// Skips an array or object; how deep they lie in each other is bounded by nothing but their length.
  private mutating func skipNested() throws(JSONSyntaxError) {
    var open: [UInt8] = []
    repeat {
      guard let byte = current else { throw error("the end of an array or object") }
      switch byte {
      case UInt8(ascii: "\""):
        _ = try string()
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): open.append(byte)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // The closing bracket of ASCII stands two after the opening one.
        guard open.popLast() == byte - 2 else { throw error("the other closing bracket") }
      default: break
      }
      position += 1
    } while !open.isEmpty
  }
}

// MARK: - Strings

extension JSONObjectReader {
  /// The string whose opening quote is next.
  private mutating func string() throws(JSONSyntaxError) -> [UInt8] {
    position += 1
    var output: [UInt8] = []
    while true {
      let start = position
      skipPlain()
      output.append(contentsOf: bytes[start..<position])
      switch current {
      case UInt8(ascii: "\""):
        position += 1
        return output
      case UInt8(ascii: "\\"): try escape(into: &output)
      case nil: throw error("the end of a string")
      default: throw error("an escaped control character")
      }
    }
  }

  /// Moves to the next byte that does not stand for itself, eight at a time while there is none: a page in
  /// Base64 has none but its last.
  private mutating func skipPlain() {
    let start = position
    position = unsafe bytes.withUnsafeBytes { buffer in
      var position = start
      while position + 8 <= buffer.count,
        Self.isPlain(unsafe buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      {
        position += 8
      }
      while position < buffer.count, Self.isPlain(unsafe buffer[position]) { position += 1 }
      return position
    }
  }

  /// Whether all eight bytes of a word stand for themselves; a byte is found as Mycroft's test for zero does.
  private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let found =
      ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
      | ((word &- (ones &* 0x20)) & ~word)
    return found & (ones &* 0x80) == 0
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func escape(into output: inout [UInt8]) throws(JSONSyntaxError) {
    position += 1
    guard let byte = current else { throw error("the end of a string") }
    let plain: UInt8
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain = byte
    case UInt8(ascii: "b"): plain = 0x08
    case UInt8(ascii: "f"): plain = 0x0C
    case UInt8(ascii: "n"): plain = 0x0A
    case UInt8(ascii: "r"): plain = 0x0D
    case UInt8(ascii: "t"): plain = 0x09
    case UInt8(ascii: "u"): return try appendUnicode(to: &output)
    default: throw error("an escape sequence")
    }
    position += 1
    output.append(plain)
  }

  private mutating func appendUnicode(to output: inout [UInt8]) throws(JSONSyntaxError) {
    let first = try codeUnit()
    var scalar = Unicode.Scalar(first)
    if UTF16.isLeadSurrogate(first), current == UInt8(ascii: "\\"),
      position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "u")
    {
      let before = position
      position += 1
      let second = try codeUnit()
      if UTF16.isTrailSurrogate(second) {
        scalar = UTF16.decode(UTF16.EncodedScalar([first, second]))
      } else {
        position = before
      }
    }
    output.append(contentsOf: String(scalar ?? "\u{FFFD}").utf8)
  }

  /// The four digits after `u`, which is next.
  private mutating func codeUnit() throws(JSONSyntaxError) -> UInt16 {
    position += 1
    guard position + 4 <= bytes.count else { throw error("four hexadecimal digits") }
    var value: UInt16 = 0
    for byte in bytes[position..<(position + 4)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("four hexadecimal digits")
      }
      value = value << 4 | UInt16(digit)
    }
    position += 4
    return value
  }
}
