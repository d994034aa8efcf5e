/// Reads one character after another from the bytes of an encoding.
///
/// The decoders follow the algorithms of the WHATWG Encoding standard, turned from one byte a step to
/// one unit a step, so that transcoding and detection share them.
protocol UnitDecoder {
  /// Whether bytes below 0x80 stand for themselves outside a multi-byte code.
  static var keepsASCII: Bool { get }

  /// The unit that starts at an offset inside the page.
  mutating func unit(in page: Span<UInt8>, at offset: Int) -> DecodedUnit
}

extension UnitDecoder {
  static var keepsASCII: Bool { true }
}
