/// Reads UTF-8; a malformed run is replaced by maximal subparts, as the standard and Unicode 3.9 say.
struct UTF8Decoder: UnitDecoder {
  func unit(in page: Span<UInt8>, at offset: Int) -> DecodedUnit {
    let lead = page[offset]
    if lead < 0x80 { return DecodedUnit(length: 1, scalar: UInt32(lead)) }
    let shape: (length: Int, bits: UInt32, first: ClosedRange<UInt8>)
    switch lead {
    case 0xC2...0xDF: shape = (2, UInt32(lead & 0x1F), 0x80...0xBF)
    case 0xE0: shape = (3, 0, 0xA0...0xBF)
    case 0xED: shape = (3, 0xD, 0x80...0x9F)
    case 0xE1...0xEF: shape = (3, UInt32(lead & 0xF), 0x80...0xBF)
    case 0xF0: shape = (4, 0, 0x90...0xBF)
    case 0xF1...0xF3: shape = (4, UInt32(lead & 0x7), 0x80...0xBF)
    case 0xF4: shape = (4, 4, 0x80...0x8F)
    default: return .malformed(1)
    }
    guard offset + 1 < page.count, shape.first.contains(page[offset + 1]) else {
      return .malformed(1)
    }
    var scalar = shape.bits << 6 | UInt32(page[offset + 1] & 0x3F)
    var length = 2
    while length < shape.length {
      guard offset + length < page.count, page[offset + length] & 0xC0 == 0x80 else {
        return .malformed(length)
      }
      scalar = scalar << 6 | UInt32(page[offset + length] & 0x3F)
      length += 1
    }
    return DecodedUnit(length: length, scalar: scalar)
  }
}
