/// Reads UTF-16 of either byte order.
struct UTF16Decoder: UnitDecoder {
  /// Whether the high byte comes first.
  let isBigEndian: Bool

  static var keepsASCII: Bool { false }

  func unit(in page: Span<UInt8>, at offset: Int) -> DecodedUnit {
    guard let lead = codeUnit(in: page, at: offset) else { return .malformed(1) }
    guard lead & 0xF800 == 0xD800 else { return DecodedUnit(length: 2, scalar: lead) }
    guard lead < 0xDC00 else { return .malformed(2) }
    // A page cut inside a pair gives one U+FFFD for what is left of it.
    guard let trail = codeUnit(in: page, at: offset + 2) else {
      return .malformed(page.count - offset)
    }
    guard trail & 0xFC00 == 0xDC00 else { return .malformed(2) }
    return DecodedUnit(length: 4, scalar: 0x10000 + (lead & 0x3FF) << 10 + (trail & 0x3FF))
  }

  private func codeUnit(in page: Span<UInt8>, at offset: Int) -> UInt32? {
    guard offset + 1 < page.count else { return nil }
    let first = UInt32(page[offset])
    let second = UInt32(page[offset + 1])
    return isBigEndian ? first << 8 | second : second << 8 | first
  }
}
