/// A SHA-256 in 32 bytes.
package struct ContentDigest: Hashable, Sendable {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The digest of 64 hexadecimal digits; `nil` when they are none.
  package init?(_ digits: String) {
    guard digits.utf8.count == 64 else { return nil }
    let words = (0..<4).compactMap { UInt64(digits.dropFirst($0 * 16).prefix(16), radix: 16) }
    guard words.count == 4 else { return nil }
    self.words = (words[0], words[1], words[2], words[3])
  }

  package static func == (left: ContentDigest, right: ContentDigest) -> Bool {
    left.words == right.words
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
  }
}
