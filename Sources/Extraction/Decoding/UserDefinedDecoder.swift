/// Reads `x-user-defined`: the upper half is private use.
struct UserDefinedDecoder: UnitDecoder {
  func unit(in page: Span<UInt8>, at offset: Int) -> DecodedUnit {
    let byte = page[offset]
    return DecodedUnit(length: 1, scalar: byte < 0x80 ? UInt32(byte) : 0xF780 + UInt32(byte & 0x7F))
  }
}
