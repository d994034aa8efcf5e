/// Reads the encodings of one byte a character.
struct SingleByteDecoder: UnitDecoder {
  private let table = CodeTable<UInt16>.singleByte
  private let row: Int

  /// The order of the rows in the generated table.
  private static let rows: [CharacterEncoding] = [
    .ibm866, .iso8859Part2, .iso8859Part3, .iso8859Part4, .iso8859Part5, .iso8859Part6,
    .iso8859Part7, .iso8859Part8, .iso8859Part10, .iso8859Part13, .iso8859Part14, .iso8859Part15,
    .iso8859Part16, .koi8R, .koi8U, .macintosh, .windows874, .windows1250, .windows1251,
    .windows1252, .windows1253, .windows1254, .windows1255, .windows1256, .windows1257,
    .windows1258, .macCyrillic,
  ]

  /// A decoder of a single-byte encoding, or `nil` for another kind of encoding.
  init?(_ encoding: CharacterEncoding) {
    let encoding = encoding == .iso8859Part8Logical ? .iso8859Part8 : encoding
    guard let row = Self.rows.firstIndex(of: encoding) else { return nil }
    self.row = row
  }

  func unit(in page: Span<UInt8>, at offset: Int) -> DecodedUnit {
    let point = scalar(of: page[offset])
    return point == 0 && page[offset] != 0
      ? .malformed(1) : DecodedUnit(length: 1, scalar: point)
  }

  /// The scalar's value of a byte, or zero when the encoding has none.
  func scalar(of byte: UInt8) -> UInt32 {
    byte < 0x80 ? UInt32(byte) : table[row * 128 + Int(byte & 0x7F)]
  }
}
