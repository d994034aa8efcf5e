/// Text without the characters that steer a terminal.
enum PlainCharacters {
  /// The text without control characters (C0, delete and C1), but for tabs and line feeds.
  ///
  /// An escape sequence in a page could otherwise change the terminal that shows its text.
  static func kept(of text: String) -> String {
    guard text.utf8.contains(where: isSuspect) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    result.unicodeScalars.append(contentsOf: text.unicodeScalars.filter { !isControl($0) })
    return result
  }

  /// Whether the byte is a control character or may begin one in UTF-8.
  private static func isSuspect(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0a) || byte == 0x7f || byte == 0xc2
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0a: false
    case 0..<0x20, 0x7f..<0xa0: true
    default: false
    }
  }
}
