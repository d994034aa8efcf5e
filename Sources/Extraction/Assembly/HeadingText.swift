/// The text of a heading without the controls that sites set behind it.
enum HeadingText {
  /// The text without a mark that links to the heading, and without links in brackets at its end.
  ///
  /// Documentation sets `¶`, `§` or `#` there, a wiki `[edit]`: both are told by the link, in any language.
  ///
  /// - Parameters:
  ///   - text: The heading's text.
  ///   - linkCharacters: How much of it is anchor text.
  /// - Returns: The text; unchanged where nothing else would be left.
  static func cleaned(_ text: String, linkCharacters: UInt32) -> String {
    if text.hasSuffix("¶") { return trimmed(text.dropLast()) ?? text }
    guard linkCharacters > 0 else { return text }
    if linkCharacters == 1, text.hasSuffix("#") || text.hasSuffix("§") {
      return trimmed(text.dropLast()) ?? text
    }
    guard text.hasSuffix("]"), let open = text.lastIndex(of: "[") else { return text }
    let inner = text[open...].dropFirst().dropLast()
    guard linkCharacters <= inner.unicodeScalars.count, inner.contains(where: \.isLetter) else {
      return text
    }
    return trimmed(text[..<open]) ?? text
  }

  private static func trimmed(_ text: Substring) -> String? {
    var text = text
    while text.last == " " { text.removeLast() }
    return text.isEmpty ? nil : String(text)
  }
}
