import Crypto

/// What stands for a text where many are held: the first half of its SHA-256, in which no two that anybody met
/// are alike.
package struct TextKey: Hashable, Comparable, Sendable {
  /// Stands for no text.
  package static let none = TextKey(high: 0, low: 0)

  private let high: UInt64
  private let low: UInt64

  private init(high: UInt64, low: UInt64) {
    (self.high, self.low) = (high, low)
  }

  /// The key of a text.
  package init(_ text: some StringProtocol) {
    var hash = SHA256()
    hash.update(data: Array(text.utf8))
    var words: [UInt64] = [0, 0]
    for (index, byte) in hash.finalize().prefix(16).enumerated() {
      words[index / 8] = words[index / 8] << 8 | UInt64(byte)
    }
    self.init(high: words[0], low: words[1])
  }

  /// Orders keys in no order of their texts.
  package static func < (left: TextKey, right: TextKey) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
