/// Reads EUC-KR as Windows extends it.
struct EUCKRDecoder: UnitDecoder {
  private let table = CodeTable<UInt16>.eucKR

  func unit(in page: Span<UInt8>, at offset: Int) -> DecodedUnit {
    let lead = page[offset]
    if lead < 0x80 { return DecodedUnit(length: 1, scalar: UInt32(lead)) }
    guard lead != 0x80, lead != 0xFF, offset + 1 < page.count else { return .malformed(1) }
    let trail = page[offset + 1]
    guard (0x41...0xFE).contains(trail) else { return .malformed(trail < 0x80 ? 1 : 2) }
    return .pair(table[(Int(lead) - 0x81) * 190 + Int(trail) - 0x41], trail: trail)
  }
}
