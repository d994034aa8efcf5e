/// Reads ISO-2022-JP, in which escape sequences switch between sets of characters.
struct ISO2022JPDecoder: UnitDecoder {
  private enum CharacterSet {
    case ascii
    case roman
    case katakana
    case kanji
  }

  private let table = CodeTable<UInt16>.jis0208
  private var current = CharacterSet.ascii
  /// Whether the last unit was a switch.
  ///
  /// Two switches in a row are malformed, as the standard has it,
  /// since they hide text from filters.
  private var followsSwitch = false

  static var keepsASCII: Bool { false }

  mutating func unit(in page: Span<UInt8>, at offset: Int) -> DecodedUnit {
    let byte = page[offset]
    if byte == 0x1B { return escape(in: page, at: offset) }
    followsSwitch = false
    switch current {
    case .ascii, .roman:
      if byte >= 0x80 || byte == 0x0E || byte == 0x0F { return .malformed(1) }
      if current == .roman, byte == 0x5C { return DecodedUnit(length: 1, scalar: 0xA5) }
      if current == .roman, byte == 0x7E { return DecodedUnit(length: 1, scalar: 0x203E) }
      return DecodedUnit(length: 1, scalar: UInt32(byte))
    case .katakana:
      guard (0x21...0x5F).contains(byte) else { return .malformed(1) }
      return DecodedUnit(length: 1, scalar: 0xFF61 + UInt32(byte) - 0x21)
    case .kanji:
      return kanji(in: page, at: offset)
    }
  }

  private func kanji(in page: Span<UInt8>, at offset: Int) -> DecodedUnit {
    let lead = page[offset]
    guard (0x21...0x7E).contains(lead), offset + 1 < page.count else { return .malformed(1) }
    let trail = page[offset + 1]
    // An escape sequence ends a broken character and still counts.
    if trail == 0x1B { return .malformed(1) }
    guard (0x21...0x7E).contains(trail) else { return .malformed(2) }
    let point = table[(Int(lead) - 0x21) * 94 + Int(trail) - 0x21]
    return point == 0 ? .malformed(2) : DecodedUnit(length: 2, scalar: point)
  }

  private mutating func escape(in page: Span<UInt8>, at offset: Int) -> DecodedUnit {
    guard let next = Self.characterSet(in: page, at: offset) else {
      followsSwitch = false
      return .malformed(1)
    }
    let repeats = followsSwitch
    current = next
    followsSwitch = true
    return repeats ? .malformed(3) : DecodedUnit(length: 3, scalar: DecodedUnit.nothing)
  }

  private static func characterSet(in page: Span<UInt8>, at offset: Int) -> CharacterSet? {
    guard offset + 2 < page.count else { return nil }
    switch (page[offset + 1], page[offset + 2]) {
    case (0x28, 0x42): return .ascii
    case (0x28, 0x4A): return .roman
    case (0x28, 0x49): return .katakana
    case (0x24, 0x40), (0x24, 0x42): return .kanji
    default: return nil
    }
  }
}
