/// Reads JSON as pages write it, in time linear in its length.
///
/// Valid JSON is read as RFC 8259 says. Beyond it, these are read as they were meant: raw line breaks
/// and quotes inside strings, trailing and doubled commas, comments, HTML comment and CDATA wrappers,
/// unknown escapes. Where nothing can be meant any more, the reader stops and what came before stands.
/// HTML entities stay as they are.
struct JSONReader {
  /// How deep arrays and objects may nest.
  ///
  /// Real JSON-LD stays under 20; the limit keeps the stack small.
  static let depthLimit = 64

  private let bytes: [UInt8]
  private var position = 0
  /// Whether something was found that no reading can save.
  private var isBroken = false

  private init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The first value in the text, or `nil` when it holds none.
  static func value(in text: String) -> JSONValue? {
    var reader = JSONReader(text)
    return reader.readValue(depth: 0)
  }

  private mutating func readValue(depth: Int) -> JSONValue? {
    skipFiller()
    guard position < bytes.count else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "{") where depth < Self.depthLimit: return readObject(depth: depth)
    case UInt8(ascii: "[") where depth < Self.depthLimit: return readArray(depth: depth)
    case UInt8(ascii: "\""): return .string(readString())
    default: return readWord()
    }
  }

  private mutating func readObject(depth: Int) -> JSONValue {
    var members: [JSONMember] = []
    position += 1
    while let byte = nextSignificantByte() {
      if byte == UInt8(ascii: "}") {
        position += 1
        break
      }
      guard byte == UInt8(ascii: "\"") else {
        isBroken = true
        break
      }
      let name = readString()
      guard nextSignificantByte() == UInt8(ascii: ":") else {
        isBroken = true
        break
      }
      position += 1
      guard let value = readValue(depth: depth + 1) else { break }
      members.append(JSONMember(name: name, value: value))
      if isBroken { break }
    }
    return .object(members)
  }

  private mutating func readArray(depth: Int) -> JSONValue {
    var values: [JSONValue] = []
    position += 1
    while let byte = nextSignificantByte() {
      if byte == UInt8(ascii: "]") {
        position += 1
        break
      }
      guard let value = readValue(depth: depth + 1) else { break }
      values.append(value)
      if isBroken { break }
    }
    return .array(values)
  }

  /// A number or `true`, `false`, `null`.
  private mutating func readWord() -> JSONValue? {
    let start = position
    while position < bytes.count, Self.isWordByte(bytes[position]) { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      if let first = word.utf8.first, first == UInt8(ascii: "-") || Self.isDigit(first) {
        return .number(word)
      }
      isBroken = true
      return nil
    }
  }

  private mutating func readString() -> String {
    position += 1
    let start = position
    // Most strings hold neither an escape nor a quote that was meant as text.
    while position < bytes.count, bytes[position] != UInt8(ascii: "\\") {
      position += 1
      if bytes[position - 1] == UInt8(ascii: "\""), endsString() {
        return String(decoding: bytes[start..<position - 1], as: UTF8.self)
      }
    }
    return readString(after: Array(bytes[start..<position]))
  }

  /// The string whose beginning was read and whose rest may hold escapes.
  private mutating func readString(after beginning: [UInt8]) -> String {
    var text = beginning
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\"") where endsString(): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): readEscape(into: &text)
      default: text.append(byte)
      }
    }
    isBroken = true
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether a quote just read closes its string: JSON has only these marks after one.
  ///
  /// A quote before anything else was meant as part of the text.
  private func endsString() -> Bool {
    var ahead = position
    while ahead < bytes.count, Self.isSpace(bytes[ahead]) { ahead += 1 }
    guard ahead < bytes.count else { return true }
    switch bytes[ahead] {
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]"): return true
    default: return false
    }
  }

  private mutating func readEscape(into text: inout [UInt8]) {
    guard position < bytes.count else { return }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
    case UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(UInt8(ascii: " "))
    case UInt8(ascii: "u"): text.append(contentsOf: String(readEscapedScalar()).utf8)
    default: text.append(byte)
    }
  }

  /// The scalar of `\u` and four digits, of two such escapes when they are a surrogate pair; U+FFFD for half a pair, since
  /// pages write broken JSON and the rest of the text is good.
  private mutating func readEscapedScalar() -> Unicode.Scalar {
    guard let high = readHexadecimalUnit() else { return "\u{FFFD}" }
    guard UTF16.isLeadSurrogate(high) else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
    let restart = position
    guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    position += 2
    guard let low = readHexadecimalUnit(), UTF16.isTrailSurrogate(low) else {
      position = restart
      return "\u{FFFD}"
    }
    return Self.scalar(high: high, low: low)
  }

  /// The scalar of a surrogate pair, by the formula of the Unicode standard, section 3.9.
  private static func scalar(high: UInt16, low: UInt16) -> Unicode.Scalar {
    Unicode.Scalar(0x10000 + ((UInt32(high) - 0xD800) << 10) + (UInt32(low) - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func readHexadecimalUnit() -> UInt16? {
    guard position + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    guard let unit = UInt16(digits, radix: 16) else { return nil }
    position += 4
    return unit
  }
}

// What lies between values.
extension JSONReader {
  /// The next byte that is neither filler nor a comma, not consumed.
  private mutating func nextSignificantByte() -> UInt8? {
    while true {
      skipFiller()
      guard !isBroken, position < bytes.count else { return nil }
      guard bytes[position] == UInt8(ascii: ",") else { return bytes[position] }
      position += 1
    }
  }

  /// Moves past white space, comments and the wrappers that hide scripts from old browsers.
  private mutating func skipFiller() {
    while position < bytes.count {
      if Self.isSpace(bytes[position]) || bytes[position] == UInt8(ascii: ";") {
        position += 1
      } else if !skipMarker() {
        return
      }
    }
  }

  private mutating func skipMarker() -> Bool {
    // Values begin with none of these bytes, so most calls end here.
    switch bytes[position] {
    case 0x2F, 0x3C, 0x2D, 0x5D, 0xEF: break
    default: return false
    }
    for marker in ["<!--", "-->", "<![CDATA[", "]]>", "\u{FEFF}"] where skip(marker) { return true }
    if skip("/*") {
      while position < bytes.count, !skip("*/") { position += 1 }
      return true
    }
    guard skip("//") else { return false }
    let wrapper = bytes.suffix(from: position).first { $0 != UInt8(ascii: " ") }
    if wrapper == UInt8(ascii: "<") || wrapper == UInt8(ascii: "]") { return true }
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    return true
  }

  private mutating func skip(_ marker: String) -> Bool {
    guard bytes[position...].starts(with: marker.utf8) else { return false }
    position += marker.utf8.count
    return true
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
  }
}
