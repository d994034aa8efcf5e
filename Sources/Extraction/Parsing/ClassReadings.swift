/// What the class attributes of a page say; those that come again are read once.
///
/// Lists and grids repeat a few attributes hundreds of times.
struct ClassReadings {
  /// What one attribute says.
  struct Reading {
    /// What its tokens hint at.
    var hints: ClassHints
    /// A hash of the element's name and the classes.
    var signature: UInt32
  }

  private struct Entry {
    /// A hash of the attribute; 0 for none.
    var key: UInt64 = 0
    var seed: UInt32 = 0
    var reading = Reading(hints: [], signature: 0)
  }

  private static let slotCount = 256
  private let reader = ClassHintReader()
  private var slots = [Entry](repeating: Entry(), count: slotCount)

  /// Begins a new page, so that no page's attributes are taken for another's.
  mutating func removeAll() {
    for slot in slots.indices { slots[slot].key = 0 }
  }

  /// What the attribute of an element says.
  ///
  /// - Parameters:
  ///   - classes: The attribute's value.
  ///   - seed: A hash of the element's name.
  /// - Returns: The hints of its tokens, and the hash of the element's shape.
  mutating func reading(of classes: Span<UInt8>, seed: UInt32) -> Reading {
    let key = Self.hash(classes)
    let slot = Int(truncatingIfNeeded: (key ^ UInt64(seed)) >> 7) & (Self.slotCount - 1)
    if slots[slot].key == key, slots[slot].seed == seed { return slots[slot].reading }
    let reading = Reading(
      hints: reader.hints(in: classes), signature: Self.signature(seed, classes: classes))
    slots[slot] = Entry(key: key, seed: seed, reading: reading)
    return reading
  }

  /// A hash of the bytes, eight at a time; never 0.
  private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash = UInt64(bytes.count) &+ 0x9e37_79b9_7f4a_7c15
    var index = 0
    while index + 8 <= bytes.count {
      // The loop's condition keeps the load inside the span.
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: index, as: UInt64.self)
      hash = mix(hash, word)
      index += 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    return mix(hash, rest) | 1
  }

  /// Folds the product of both, so that each bit of the one meets each of the other.
  private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: 0xd6e8_feb8_6659_fd93)
    return product.high ^ product.low
  }

  /// A hash of an element's name and its classes, digits left out: `post-12` and `post-13` are one shape.
  private static func signature(_ seed: UInt32, classes: Span<UInt8>) -> UInt32 {
    var hash = seed
    for index in classes.indices where !ASCII.isDigit(classes[index]) {
      hash = (hash ^ UInt32(classes[index])) &* 0x0100_0193
    }
    return hash
  }
}
