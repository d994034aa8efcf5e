/// Reads Big5 with the Hong Kong supplement.
struct Big5Decoder: UnitDecoder {
  private let table = CodeTable<UInt32>.big5

  func unit(in page: Span<UInt8>, at offset: Int) -> DecodedUnit {
    let lead = page[offset]
    if lead < 0x80 { return DecodedUnit(length: 1, scalar: UInt32(lead)) }
    guard lead != 0x80, lead != 0xFF, offset + 1 < page.count else { return .malformed(1) }
    let trail = page[offset + 1]
    guard (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else {
      return .malformed(trail < 0x80 ? 1 : 2)
    }
    let pointer = (Int(lead) - 0x81) * 157 + Int(trail) - (trail < 0x7F ? 0x40 : 0x62)
    // Codes that stand for a letter with a combining mark.
    switch pointer {
    case 1133: return DecodedUnit(length: 2, scalar: 0xCA, following: 0x304)
    case 1135: return DecodedUnit(length: 2, scalar: 0xCA, following: 0x30C)
    case 1164: return DecodedUnit(length: 2, scalar: 0xEA, following: 0x304)
    case 1166: return DecodedUnit(length: 2, scalar: 0xEA, following: 0x30C)
    default: return .pair(table[pointer], trail: trail)
    }
  }
}
