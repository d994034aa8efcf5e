extension MarkupScanner {
  /// Whether a `style` attribute takes the element out of view: `display: none` or `visibility: hidden`.
  static func hidesElement(_ style: Span<UInt8>) -> Bool {
    contains(displayNone, in: style) || contains(visibilityHidden, in: style)
  }

  /// Whether a script's `type` is that of JSON-LD.
  static func namesStructuredData(_ type: Span<UInt8>) -> Bool {
    contains(structuredDataType, in: type)
  }

  /// Whether the words stand in the text, spaces and letter case left out of account.
  private static func contains(_ words: [UInt8], in text: Span<UInt8>) -> Bool {
    var matched = 0
    for index in text.indices {
      let byte = text[index]
      if ASCII.isSpace(byte) { continue }
      let lower = ASCII.lowercased(byte)
      if lower == words[matched] {
        matched += 1
        if matched == words.count { return true }
      } else {
        matched = lower == words[0] ? 1 : 0
      }
    }
    return false
  }

  private static let displayNone = Array("display:none".utf8)
  private static let visibilityHidden = Array("visibility:hidden".utf8)
  private static let structuredDataType = Array("ld+json".utf8)
}
