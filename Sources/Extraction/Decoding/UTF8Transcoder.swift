/// Turns a page's bytes of any encoding into UTF-8 without NUL and without byte order mark.
///
/// NUL becomes U+FFFD, since the C parser behind takes it for the end.
struct UTF8Transcoder {
  /// Whether the page's own bytes cannot serve as its text.
  ///
  /// - Parameters:
  ///   - page: The page's bytes.
  ///   - encoding: The encoding they are in.
  ///   - inspection: What a pass over the same bytes has told.
  /// - Returns: True when `transcode` has to make the text.
  static func needsTranscoding(
    _ page: Span<UInt8>, from encoding: CharacterEncoding, inspection: UTF8Inspection
  ) -> Bool {
    if inspection.containsNUL || encoding.isUTF16 || encoding == .iso2022JP { return true }
    if inspection.isASCII { return false }
    return encoding != .utf8 || !inspection.isValid || hasUTF8Mark(page)
  }

  /// Whether all bytes are UTF-8 and none is zero, so that they can be used as they are.
  static func validatedUTF8(_ page: Span<UInt8>) -> Bool {
    let inspection = UTF8Inspection(page)
    return inspection.isValid && !inspection.containsNUL
  }

  /// Appends a page's text.
  ///
  /// - Parameters:
  ///   - page: The page's bytes.
  ///   - encoding: The encoding they are in.
  ///   - output: Where UTF-8 is appended; its capacity is kept from page to page.
  func transcode(
    _ page: Span<UInt8>, from encoding: CharacterEncoding, into output: inout [UInt8]
  ) {
    // Letters outside ASCII grow from one byte to two, so half as much again suits most pages.
    output.reserveCapacity(output.count + page.count + page.count / 2)
    let page = page.extracting(Self.markLength(page, encoding)..<page.count)
    switch encoding {
    case .utf8: decode(page, with: UTF8Decoder(), into: &output)
    case .utf16LittleEndian: decode(page, with: UTF16Decoder(isBigEndian: false), into: &output)
    case .utf16BigEndian: decode(page, with: UTF16Decoder(isBigEndian: true), into: &output)
    case .gbk, .gb18030: decode(page, with: GB18030Decoder(), into: &output)
    case .big5: decode(page, with: Big5Decoder(), into: &output)
    case .eucJP: decode(page, with: EUCJPDecoder(), into: &output)
    case .iso2022JP: decode(page, with: ISO2022JPDecoder(), into: &output)
    case .shiftJIS: decode(page, with: ShiftJISDecoder(), into: &output)
    case .eucKR: decode(page, with: EUCKRDecoder(), into: &output)
    default:
      if let decoder = SingleByteDecoder(encoding) {
        decode(page, with: decoder, into: &output)
      } else {
        decode(page, with: UserDefinedDecoder(), into: &output)
      }
    }
  }

  private func decode<Decoder: UnitDecoder>(
    _ page: Span<UInt8>, with decoder: Decoder, into output: inout [UInt8]
  ) {
    var decoder = decoder
    var offset = 0
    while offset < page.count {
      if Decoder.keepsASCII, page[offset] &- 1 < 0x7F {
        let end = ASCIIScan.endOfPlainRun(in: page, from: offset)
        Self.append(page.extracting(offset..<end), to: &output)
        offset = end
        continue
      }
      let unit = decoder.unit(in: page, at: offset)
      if unit.scalar != DecodedUnit.nothing {
        Self.append(unit.scalar, to: &output)
        if unit.following != 0 { Self.append(unit.following, to: &output) }
      }
      offset += unit.length
    }
  }

  private static func append(_ run: Span<UInt8>, to output: inout [UInt8]) {
    // The buffer is read while the span lives.
    unsafe run.withUnsafeBufferPointer { unsafe output.append(contentsOf: $0) }
  }

  private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    let scalar = scalar == 0 ? DecodedUnit.replacement : scalar
    if scalar < 0x80 {
      output.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      output.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      output.append(continuation(scalar))
    } else if scalar < 0x10000 {
      output.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      output.append(continuation(scalar >> 6))
      output.append(continuation(scalar))
    } else {
      output.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      output.append(continuation(scalar >> 12))
      output.append(continuation(scalar >> 6))
      output.append(continuation(scalar))
    }
  }

  private static func continuation(_ bits: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: 0x80 | bits & 0x3F)
  }

  private static func markLength(_ page: Span<UInt8>, _ encoding: CharacterEncoding) -> Int {
    guard ByteOrderMark.encoding(of: page) == encoding else { return 0 }
    return encoding == .utf8 ? 3 : 2
  }

  private static func hasUTF8Mark(_ page: Span<UInt8>) -> Bool {
    ByteOrderMark.encoding(of: page) == .utf8
  }
}
