/// What one pass over a page's bytes tells about them as UTF-8.
struct UTF8Inspection: Equatable, Sendable {
  /// Sequences of two bytes.
  var twoByteSequences = 0
  /// Sequences of three and four bytes.
  var longSequences = 0
  /// Malformed sequences, each of which would become one U+FFFD.
  var malformedSequences = 0
  /// Whether a byte is zero.
  var containsNUL = false

  /// Whether all bytes are UTF-8.
  var isValid: Bool { malformedSequences == 0 }
  /// Sequences of more than one byte.
  var multibyteSequences: Int { twoByteSequences + longSequences }
  /// Whether no byte is above 0x7F.
  var isASCII: Bool { multibyteSequences == 0 && malformedSequences == 0 }

  /// Inspects a page.
  ///
  /// Linear in its length.
  init(_ page: Span<UInt8>) {
    let decoder = UTF8Decoder()
    var offset = 0
    while true {
      offset = ASCIIScan.endOfPlainRun(in: page, from: offset)
      // Text that is not Latin comes in runs, so stay here until ASCII is back.
      while offset < page.count, page[offset] &- 1 >= 0x7F {
        offset += note(decoder.unit(in: page, at: offset))
      }
      if offset == page.count { return }
    }
  }

  private mutating func note(_ unit: DecodedUnit) -> Int {
    if unit.isMalformed {
      malformedSequences += 1
    } else if unit.length == 1 {
      containsNUL = true
    } else if unit.length == 2 {
      twoByteSequences += 1
    } else {
      longSequences += 1
    }
    return unit.length
  }
}
