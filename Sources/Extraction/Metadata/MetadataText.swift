/// The text operations that the finders share.
enum MetadataText {
  /// The text with runs of white space as one space, none at its ends, and invisible characters gone.
  static func collapsed(_ text: String) -> String {
    guard !isCollapsed(text) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var isSpacePending = false
    for scalar in text.unicodeScalars where !isInvisible(scalar) {
      if isSpace(scalar) {
        isSpacePending = !result.isEmpty
      } else {
        if isSpacePending { result.append(" ") }
        isSpacePending = false
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether the bytes alone show that nothing is to be collapsed; false where they leave a doubt.
  private static func isCollapsed(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var isAfterSpace = true
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case 0x20:
        if isAfterSpace { return false }
        isAfterSpace = true
      case 0..<0x20: return false
      default:
        if byte >= 0xC2, mayBeSpace(bytes, at: index) { return false }
        isAfterSpace = false
      }
    }
    return !isAfterSpace || text.isEmpty
  }

  /// Whether a space or an invisible character outside ASCII may begin at that place, in UTF-8.
  static func mayBeSpace(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    switch bytes[index] {
    case 0xC2: return index + 1 < bytes.count && [0x85, 0xA0, 0xAD].contains(bytes[index + 1])
    case 0xE1, 0xEF: return true
    case 0xE2, 0xE3:
      guard index + 2 < bytes.count else { return true }
      let last = bytes[index + 2]
      // U+3000; U+2000 to U+200F, U+2028 to U+202F; U+2040 to U+207F.
      if bytes[index] == 0xE3 { return bytes[index + 1] == 0x80 && last == 0x80 }
      return bytes[index + 1] == 0x81 || (bytes[index + 1] == 0x80 && (last < 0x90 || last > 0xA7))
    default: return false
    }
  }

  /// A value of an attribute or of JSON-LD as people should read it, or `nil` when it says nothing.
  ///
  /// Pages encode entities twice in both.
  static func cleaned(_ text: String?) -> String? {
    guard let text else { return nil }
    let result = collapsed(EntityText.decoded(text))
    return result.isEmpty ? nil : result
  }

  /// Letters and digits alone, in lower case: equal for titles that differ in punctuation and spaces.
  static func squashed(_ text: some StringProtocol) -> String {
    guard isPlain(text) else {
      return String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 where ASCII.isLetter(byte) || ASCII.isDigit(byte) {
      bytes.append(ASCII.lowercased(byte))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether letters and digits can be told byte by byte: beside ASCII the text has dashes, quotes and bullets alone,
  /// U+2010 to U+203F.
  private static func isPlain(_ text: some StringProtocol) -> Bool {
    var place = 0
    for byte in text.utf8 {
      switch (place, byte) {
      case (0, 0..<0x80): break
      case (0, 0xE2), (1, 0x80): place += 1
      case (2, 0x90...): place = 0
      default: return false
      }
    }
    return true
  }

  /// The words of the text in lower case.
  static func words(_ text: some StringProtocol) -> [String] {
    guard isPlain(text) else {
      return text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }
    let bytes = text.utf8.map(ASCII.lowercased)
    return bytes.split { !(ASCII.isLetter($0) || ASCII.isDigit($0)) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The share of the words of two texts that both have, 0 to 1; 0 when they have none (Jaccard).
  static func agreement(_ first: Set<String>, _ second: Set<String>) -> Double {
    let union = first.union(second).count
    guard union > 0 else { return 0 }
    return Double(first.intersection(second).count) / Double(union)
  }

  /// Whether the text is an address or a path, not words.
  static func isAddress(_ text: String) -> Bool {
    text.holds("://") || text.hasPrefix("www.") || text.hasPrefix("/")
      || (text.contains("/") && !text.contains(" ") && text.contains("."))
  }

  /// White space and control characters; ASCII is told apart without the tables of Unicode.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? scalar.value <= 0x20 : scalar.properties.isWhitespace
  }

  /// Zero-width characters, direction marks, soft hyphens and the byte order mark.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
