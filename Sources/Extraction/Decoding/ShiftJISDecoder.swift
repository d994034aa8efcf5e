/// Reads Shift_JIS as Windows writes it.
struct ShiftJISDecoder: UnitDecoder {
  private let table = CodeTable<UInt16>.jis0208

  func unit(in page: Span<UInt8>, at offset: Int) -> DecodedUnit {
    let lead = page[offset]
    if lead <= 0x80 { return DecodedUnit(length: 1, scalar: UInt32(lead)) }
    // Half-width katakana.
    if (0xA1...0xDF).contains(lead) {
      return DecodedUnit(length: 1, scalar: 0xFF61 + UInt32(lead) - 0xA1)
    }
    guard lead != 0xA0, lead <= 0xFC, offset + 1 < page.count else { return .malformed(1) }
    let trail = page[offset + 1]
    guard (0x40...0x7E).contains(trail) || (0x80...0xFC).contains(trail) else {
      return .malformed(trail < 0x80 ? 1 : 2)
    }
    let row = Int(lead) - (lead < 0xA0 ? 0x81 : 0xC1)
    let pointer = row * 188 + Int(trail) - (trail < 0x7F ? 0x40 : 0x41)
    // The users' own characters are private use, in a row.
    if (8836...10715).contains(pointer) {
      return DecodedUnit(length: 2, scalar: 0xE000 + UInt32(pointer - 8836))
    }
    return .pair(table[pointer], trail: trail)
  }
}
