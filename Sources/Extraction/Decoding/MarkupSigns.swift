/// Tells a fragment of HTML from plain text that was only called HTML.
enum MarkupSigns {
  /// Bytes in which a sign is looked for.
  private static let sampleLength = 65_536
  /// The longest character reference looked for, in bytes after its `&`: the longest name of HTML 4 is `thetasym`.
  private static let longestReference = 10

  /// Whether a tag or a character reference stands in the bytes, which are ASCII where these are.
  static func areHeld(by page: Span<UInt8>) -> Bool {
    let page = page.extracting(..<min(page.count, sampleLength))
    var position = 0
    while true {
      position = ByteSearch.firstIndex(of: ASCII.lessThan, in: page, from: position) + 1
      guard position < page.count else { break }
      let next = page[position]
      let isEndTag =
        next == ASCII.slash && position + 1 < page.count && ASCII.isLetter(page[position + 1])
      if ASCII.isLetter(next) || isEndTag || next == ASCII.exclamationMark { return true }
    }
    position = 0
    while true {
      position = ByteSearch.firstIndex(of: ASCII.ampersand, in: page, from: position) + 1
      guard position < page.count else { return false }
      if isReference(page, at: position) { return true }
    }
  }

  private static func isReference(_ page: Span<UInt8>, at start: Int) -> Bool {
    guard ASCII.isLetter(page[start]) || page[start] == UInt8(ascii: "#") else { return false }
    for index in start..<min(start + longestReference, page.count) {
      let byte = page[index]
      if byte == UInt8(ascii: ";") { return index > start + 1 }
      guard ASCII.isLetter(byte) || ASCII.isDigit(byte) || index == start else { return false }
    }
    return false
  }
}
