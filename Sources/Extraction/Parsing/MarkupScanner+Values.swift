extension MarkupScanner {
  /// Whether a `style` attribute takes the element out of view: `display: none` or `visibility: hidden`.
  static func hidesElement(_ style: Span<UInt8>) -> Bool {
    mayHide(style) && (contains(displayNone, in: style) || contains(visibilityHidden, in: style))
  }

  /// Whether a colon stands between a `y` and an `n` or `h`, as in both: few styles are looked at byte by byte then.
  private static func mayHide(_ style: Span<UInt8>) -> Bool {
    var colon = ByteSearch.firstIndex(of: UInt8(ascii: ":"), in: style, from: 0)
    while colon < style.count {
      var before = colon - 1
      while before >= 0, ASCII.isSpace(style[before]) { before -= 1 }
      if before >= 0, ASCII.lowercased(style[before]) == UInt8(ascii: "y") {
        var after = colon + 1
        while after < style.count, ASCII.isSpace(style[after]) { after += 1 }
        let next = after < style.count ? ASCII.lowercased(style[after]) : 0
        if next == UInt8(ascii: "n") || next == UInt8(ascii: "h") { return true }
      }
      colon = ByteSearch.firstIndex(of: UInt8(ascii: ":"), in: style, from: colon + 1)
    }
    return false
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
