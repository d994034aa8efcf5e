/// Reads one object of JSON (RFC 8259), member by member, in time linear in its length.
struct JSONScanner {
  private let bytes: [UInt8]
  private var next = 0
  private var isFirst = true
  private var hasEnded = false

  // How deep a value that is passed over may nest.
  private static let maximumDepth = 512

  /// A scanner of these bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { next = 3 }
  }

  /// Whether the object has ended and nothing follows.
  var isAtEnd: Bool {
    hasEnded && bytes[next...].allSatisfy { $0 <= 0x20 }
  }

  /// Passes the brace that begins the object.
  mutating func beginObject() -> Bool { take(UInt8(ascii: "{")) }

  /// The name of the next member, or `nil` at the end of the object.
  mutating func nextKey() throws(PageLineError) -> String? {
    if take(UInt8(ascii: "}")) {
      hasEnded = true
      return nil
    }
    if !isFirst {
      guard take(UInt8(ascii: ",")) else { throw .syntax }
    }
    isFirst = false
    guard let key = try string(), take(UInt8(ascii: ":")) else { throw .syntax }
    return String(decoding: key, as: UTF8.self)
  }

  /// The string that comes next in UTF-8, or `nil` when something else does.
  mutating func string() throws(PageLineError) -> [UInt8]? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    var text: [UInt8] = []
    while true {
      let rest = bytes[next...]
      guard let stop = rest.firstIndex(where: { $0 == 0x22 || $0 == 0x5C }) else { throw .syntax }
      text.append(contentsOf: rest[..<stop])
      next = stop + 1
      if bytes[stop] == 0x22 { return text }
      try appendEscape(to: &text)
    }
  }

  /// Passes the value that comes next, and gives its bytes.
  @discardableResult
  mutating func passValue() throws(PageLineError) -> ArraySlice<UInt8> {
    passSpace()
    let start = next
    var depth = 0
    repeat {
      passSpace()
      guard next < bytes.count else { throw .syntax }
      switch bytes[next] {
      case UInt8(ascii: "\""): _ = try string()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        next += 1
        guard depth <= Self.maximumDepth else { throw .syntax }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        next += 1
        guard depth >= 0 else { throw .syntax }
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { throw .syntax }
        next += 1
      default: try passWord()
      }
    } while depth > 0
    return bytes[start..<next]
  }

  /// Passes a number, `true`, `false` or `null`.
  private mutating func passWord() throws(PageLineError) {
    let word = bytes[next...].prefix { byte in
      byte > 0x20 && ![0x2C, 0x3A, 0x7D, 0x5D, 0x22, 0x7B, 0x5B].contains(byte)
    }
    guard !word.isEmpty else { throw .syntax }
    let isNumber = word.allSatisfy { byte in
      (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    }
    guard isNumber || ["true", "false", "null"].contains(String(decoding: word, as: UTF8.self))
    else { throw .syntax }
    next = word.endIndex
  }

  private mutating func appendEscape(to text: inout [UInt8]) throws(PageLineError) {
    guard next < bytes.count else { throw .syntax }
    let byte = bytes[next]
    next += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar()).utf8)
    default: throw .syntax
    }
  }

  /// The scalar of `\uXXXX`, of two of them when they are a pair; U+FFFD for half a pair.
  private mutating func scalar() throws(PageLineError) -> Character {
    let high = try unit()
    guard UTF16.isLeadSurrogate(high) else {
      return Unicode.Scalar(high).map { Character($0) } ?? "\u{FFFD}"
    }
    let restart = next
    guard bytes[next...].starts(with: [0x5C, 0x75]) else { return "\u{FFFD}" }
    next += 2
    let low = try unit()
    guard UTF16.isTrailSurrogate(low) else {
      next = restart
      return "\u{FFFD}"
    }
    // The formula of the Unicode standard, section 3.9.
    let value = 0x10000 + ((UInt32(high) - 0xD800) << 10) + (UInt32(low) - 0xDC00)
    return Unicode.Scalar(value).map { Character($0) } ?? "\u{FFFD}"
  }

  private mutating func unit() throws(PageLineError) -> UInt16 {
    let digits = bytes[next...].prefix(4)
    guard digits.count == 4, digits.allSatisfy(Self.isHexadecimal),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw .syntax }
    next += 4
    return unit
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }

  private mutating func passSpace() {
    while next < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[next]) { next += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    passSpace()
    guard next < bytes.count, bytes[next] == byte else { return false }
    next += 1
    return true
  }
}
