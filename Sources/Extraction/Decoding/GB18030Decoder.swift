/// Reads gb18030 and its subset GBK, with one, two and four bytes a character.
struct GB18030Decoder: UnitDecoder {
  private let table = CodeTable<UInt16>.gb18030
  private let rangePointers = CodeTable<UInt16>.gb18030RangePointers
  private let rangePoints = CodeTable<UInt16>.gb18030RangePoints

  func unit(in page: Span<UInt8>, at offset: Int) -> DecodedUnit {
    let lead = page[offset]
    if lead < 0x80 { return DecodedUnit(length: 1, scalar: UInt32(lead)) }
    // Windows writes the euro sign so.
    if lead == 0x80 { return DecodedUnit(length: 1, scalar: 0x20AC) }
    guard lead != 0xFF, offset + 1 < page.count else { return .malformed(1) }
    let trail = page[offset + 1]
    if (0x30...0x39).contains(trail) { return fourBytes(in: page, at: offset) }
    guard trail >= 0x40, trail != 0x7F, trail <= 0xFE else {
      return .malformed(trail < 0x80 ? 1 : 2)
    }
    let pointer = (Int(lead) - 0x81) * 190 + Int(trail) - (trail < 0x7F ? 0x40 : 0x41)
    return .pair(table[pointer], trail: trail)
  }

  private func fourBytes(in page: Span<UInt8>, at offset: Int) -> DecodedUnit {
    guard offset + 2 < page.count else { return .malformed(page.count - offset) }
    guard (0x81...0xFE).contains(page[offset + 2]) else { return .malformed(1) }
    guard offset + 3 < page.count else { return .malformed(3) }
    guard (0x30...0x39).contains(page[offset + 3]) else { return .malformed(1) }
    let high = (Int(page[offset]) - 0x81) * 10 + Int(page[offset + 1]) - 0x30
    let low = (Int(page[offset + 2]) - 0x81) * 10 + Int(page[offset + 3]) - 0x30
    let point = scalar(atPointer: high * 1260 + low)
    return point == 0 ? .malformed(4) : DecodedUnit(length: 4, scalar: point)
  }

  /// The standard's "index gb18030 ranges code point".
  private func scalar(atPointer pointer: Int) -> UInt32 {
    if pointer >= 189_000 {
      return pointer <= 1_237_575 ? 0x10000 + UInt32(pointer - 189_000) : 0
    }
    guard pointer <= 39_419 else { return 0 }
    if pointer == 7457 { return 0xE7C7 }
    var low = 0
    var high = rangePointers.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(rangePointers[middle]) <= pointer { low = middle } else { high = middle }
    }
    return rangePoints[low] + UInt32(pointer) - rangePointers[low]
  }
}
