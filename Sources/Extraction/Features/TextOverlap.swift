/// How much of a block's text stands in a reference text, such as the document's title.
///
/// Both are compared as runs of four bytes of letters and digits without case, so that no words have to be
/// told apart in any script.
struct TextOverlap {
  /// Blocks longer than this are no titles; in bytes.
  private static let longestText = 400
  private static let bitCount = 8192

  private var bits = [UInt64](repeating: 0, count: bitCount / 64)
  private var gramCount = 0

  /// Takes the reference text.
  mutating func setReference(_ text: String?) {
    for index in bits.indices { bits[index] = 0 }
    gramCount = 0
    guard let text else { return }
    var gram = Gram()
    for byte in text.utf8 {
      guard let hash = gram.next(byte) else { continue }
      let bit = Int(hash) & (Self.bitCount - 1)
      gramCount += 1
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  /// The share of a text's runs that the reference has, and the share of the reference they make up.
  typealias Shares = (ofText: Float, ofReference: Float)

  /// The shares of a text.
  func shares(of text: Span<UInt8>) -> Shares { Self.shares(of: text, in: self, self).first }

  /// The shares of a text in two references, in one pass over it.
  static func shares(
    of text: Span<UInt8>, in first: Self, _ second: Self
  ) -> (first: Shares, second: Shares) {
    guard first.gramCount + second.gramCount > 0, text.count <= longestText else {
      return ((0, 0), (0, 0))
    }
    var gram = Gram()
    var total = 0
    var found = 0
    var foundInSecond = 0
    let bits = first.bits.span
    let bitsOfSecond = second.bits.span
    for index in text.indices {
      guard let hash = gram.next(text[index]) else { continue }
      let bit = Int(hash) & (bitCount - 1)
      total += 1
      // The mask keeps the index inside the sets.
      let word = unsafe bits[unchecked: bit >> 6]
      let wordOfSecond = unsafe bitsOfSecond[unchecked: bit >> 6]
      found += Int(truncatingIfNeeded: word >> UInt64(bit & 63) & 1)
      foundInSecond += Int(truncatingIfNeeded: wordOfSecond >> UInt64(bit & 63) & 1)
    }
    return (first.shares(found, of: total), second.shares(foundInSecond, of: total))
  }

  private func shares(_ found: Int, of total: Int) -> Shares {
    guard gramCount > 0, total > 0 else { return (0, 0) }
    return (Float(found) / Float(total), min(Float(found) / Float(gramCount), 1))
  }

  /// A run of four bytes that moves along a text.
  private struct Gram {
    private var bytes: UInt32 = 0
    private var length = 0

    /// Takes the next byte; the hash of the run that ends in it, when there are four.
    @inline(__always)
    mutating func next(_ byte: UInt8) -> UInt32? {
      guard ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte >= 0x80 else { return nil }
      bytes = bytes << 8 | UInt32(ASCII.lowercased(byte))
      length += 1
      guard length >= 4 else { return nil }
      let product = bytes &* 0x9e37_79b1
      return product ^ (product >> 15)
    }
  }
}
