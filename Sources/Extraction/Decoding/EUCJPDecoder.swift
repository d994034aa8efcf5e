/// Reads EUC-JP with JIS X 0212.
struct EUCJPDecoder: UnitDecoder {
  private let main = CodeTable<UInt16>.jis0208
  private let supplement = CodeTable<UInt16>.jis0212

  func unit(in page: Span<UInt8>, at offset: Int) -> DecodedUnit {
    let lead = page[offset]
    if lead < 0x80 { return DecodedUnit(length: 1, scalar: UInt32(lead)) }
    guard lead == 0x8E || lead == 0x8F || (0xA1...0xFE).contains(lead), offset + 1 < page.count
    else { return .malformed(1) }
    let trail = page[offset + 1]
    if lead == 0x8E, (0xA1...0xDF).contains(trail) {
      return DecodedUnit(length: 2, scalar: 0xFF61 + UInt32(trail) - 0xA1)
    }
    guard lead != 0x8E, (0xA1...0xFE).contains(trail) else {
      return .malformed(trail < 0x80 ? 1 : 2)
    }
    if lead == 0x8F { return supplementary(in: page, at: offset) }
    return .pair(main[(Int(lead) - 0xA1) * 94 + Int(trail) - 0xA1], trail: trail)
  }

  private func supplementary(in page: Span<UInt8>, at offset: Int) -> DecodedUnit {
    guard offset + 2 < page.count else { return .malformed(2) }
    let trail = page[offset + 2]
    guard (0xA1...0xFE).contains(trail) else { return .malformed(trail < 0x80 ? 2 : 3) }
    let point = supplement[(Int(page[offset + 1]) - 0xA1) * 94 + Int(trail) - 0xA1]
    return point == 0 ? .malformed(3) : DecodedUnit(length: 3, scalar: point)
  }
}
