/// How many of eight bytes are ASCII words with one space between them, as text has them once it is collapsed.
struct ASCIIWords {
  /// How many bytes from the first on are such text.
  let length: Int

  /// Looks at eight bytes, the first of which is the lowest.
  ///
  /// - Parameters:
  ///   - word: The bytes.
  ///   - isAfterSpace: Whether the byte before them is a space.
  @inline(__always)
  init(_ word: UInt64, isAfterSpace: Bool) {
    let word = UInt64(littleEndian: word)
    let low = word & ~ByteLanes.highBits
    // With the high bits set no byte borrows from the next: each tells whether its byte is under 0x20.
    let isPrintable = (low | ByteLanes.highBits) &- ByteLanes.repeating(0x20)
    let spaces = Self.isZero(low ^ ByteLanes.repeating(ASCII.space))
    let ampersands = Self.isZero(low ^ ByteLanes.repeating(ASCII.ampersand))
    let repeated = spaces & (spaces << 8 | (isAfterSpace ? 0x80 : 0))
    let stops = ((~isPrintable | word) & ByteLanes.highBits) | ampersands | repeated
    length = stops == 0 ? 8 : stops.trailingZeroBitCount / 8
  }

  /// Whether none of eight bytes is above the space.
  @inline(__always)
  static func areSpace(_ word: UInt64) -> Bool {
    // A byte of 0x21 to 0x7f gets a high bit by the sum.
    (word | (word &+ ByteLanes.repeating(0x7f - ASCII.space))) & ByteLanes.highBits == 0
  }

  /// The high bit of each byte that is zero; the bytes are under 0x80.
  @inline(__always)
  private static func isZero(_ word: UInt64) -> UInt64 {
    ~(word &+ (ByteLanes.highBits &- ByteLanes.ones)) & ByteLanes.highBits
  }
}
