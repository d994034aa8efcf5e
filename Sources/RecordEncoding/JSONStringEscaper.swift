/// Escapes text for a JSON string: `"` and `\` by a backslash, control characters by name or number.
///
/// All else is copied as it is, in runs. U+2028 and U+2029 are legal in JSON and stay.
enum JSONStringEscaper {
  /// Appends `text`, escaped and without quotes.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    let utf8 = text.utf8Span.span
    var start = 0
    while start < utf8.count {
      start = appendPlainRun(of: utf8, from: start, to: &bytes)
      guard start < utf8.count else { return }
      append(escapeOf: utf8[start], to: &bytes)
      start += 1
    }
  }

  /// Appends bytes as they are up to the first that needs an escape, and returns its index or the count.
  private static func appendPlainRun(
    of utf8: Span<UInt8>, from start: Int, to bytes: inout [UInt8]
  ) -> Int {
    var index = start
    bytes.append(addingCapacity: utf8.count - start) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        guard let target = UnsafeMutableRawPointer(buffer.baseAddress) else { return }
        var stops: UInt64 = 0
        while index + 8 <= utf8.count {
          // The loop's condition keeps the load inside the span, and the buffer has room for all of the rest.
          let word = unsafe utf8.bytes.unsafeLoadUnaligned(
            fromUncheckedByteOffset: index, as: UInt64.self)
          unsafe target.storeBytes(of: word, toByteOffset: index - start, as: UInt64.self)
          stops = bytesToEscape(UInt64(littleEndian: word))
          if stops != 0 { break }
          index += 8
        }
        if stops != 0 {
          index += stops.trailingZeroBitCount / 8
        } else {
          while index < utf8.count, !needsEscape(utf8[index]) {
            unsafe buffer[index - start] = utf8[index]
            index += 1
          }
        }
        count = index - start
      }
    }
    return index
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// The high bit of each of eight bytes that needs an escape; above the first one, of others too.
  ///
  /// A subtraction borrows into the high bit of a byte that is less; bytes that had it set are left out.
  @inline(__always)
  private static func bytesToEscape(_ word: UInt64) -> UInt64 {
    let controls = word &- ones &* 0x20
    let quotes = (word ^ ones &* UInt64(UInt8(ascii: "\""))) &- ones
    let backslashes = (word ^ ones &* UInt64(UInt8(ascii: "\\"))) &- ones
    return (controls | quotes | backslashes) & ~word & highBits
  }

  private static func append(escapeOf byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(hexadecimalDigit(byte >> 4))
      bytes.append(hexadecimalDigit(byte & 0xF))
    }
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
