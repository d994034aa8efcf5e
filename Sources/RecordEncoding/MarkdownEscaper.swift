/// Escapes text so that CommonMark, with GitHub's tables and strikethrough, reads it as text.
enum MarkdownEscaper {
  /// Text inside a line: white space is collapsed, ends are trimmed, and each character that can open
  /// markup inside a line gets a backslash.
  static func inline(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + text.utf8.count / 8)
    var pendingSpace = false
    for byte in text.utf8 {
      // Control characters have no place in a line of text; NUL is not even legal in Markdown.
      if byte <= 0x20 || byte == 0x7F {
        pendingSpace = !bytes.isEmpty
        continue
      }
      if pendingSpace { bytes.append(UInt8(ascii: " ")) }
      pendingSpace = false
      if isInlineSpecial(byte) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Text that starts a line: as ``inline(_:)``, and no list, heading or rule opens at its start.
  static func paragraph(_ text: String) -> String {
    let line = inline(text)
    guard let first = line.utf8.first else { return line }
    if "#+-=".utf8.contains(first) { return "\\" + line }
    return escapingListNumber(line)
  }

  /// Text of a heading: as ``inline(_:)``, and a closing run of `#` stays text.
  static func heading(_ text: String) -> String {
    let line = inline(text)
    return line.hasSuffix("#") ? line.dropLast() + "\\#" : line
  }

  private static func isInlineSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "|"):
      true
    default: false
    }
  }

  /// The line with a backslash after a number that would open a list, as in `1\. May`.
  ///
  /// Numbers of more than nine digits open none.
  private static func escapingListNumber(_ line: String) -> String {
    let digits = line.utf8.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    guard (1...9).contains(digits.count) else { return line }
    let rest = line[digits.endIndex...]
    guard rest.hasPrefix(".") || rest.hasPrefix(")") else { return line }
    return line[..<digits.endIndex] + "\\" + rest
  }
}
