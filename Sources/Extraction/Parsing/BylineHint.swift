/// The words in `class`, `id`, `rel` or `itemprop` that make an element a candidate for a byline.
enum BylineHint {
  /// The words, in lower case.
  private static let words = [
    "author", "byline", "contributor", "creator", "date", "posted", "publish", "time", "writer",
  ].map { Array($0.utf8) }

  /// The words that begin with each byte, the byte's case aside.
  private static let wordsByFirstByte: [[[UInt8]]] = (0..<256).map { byte in
    words.filter { Int($0[0]) == byte || Int($0[0]) == byte | 0x20 && byte >= 0x41 && byte <= 0x5a }
  }

  /// Whether one of the words stands anywhere in the attribute, also inside a longer word.
  static func isHeld(in value: Span<UInt8>) -> Bool {
    let table = wordsByFirstByte
    for start in value.indices {
      for word in table[Int(value[start])] where begins(value, at: start, with: word) {
        return true
      }
    }
    return false
  }

  private static func begins(_ value: Span<UInt8>, at start: Int, with word: [UInt8]) -> Bool {
    guard start + word.count <= value.count else { return false }
    for offset in word.indices where ASCII.lowercased(value[start + offset]) != word[offset] {
      return false
    }
    return true
  }
}
