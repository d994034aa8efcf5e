/// The quoted-printable encoding (RFC 2045, 6.7).
enum QuotedPrintable {
  /// The bytes that a text stands for; an escape that is none stays as it is.
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var next = text.startIndex
    while let escape = text[next...].firstIndex(of: UInt8(ascii: "=")) {
      bytes.append(contentsOf: text[next..<escape])
      next = escape + 1
      if let end = softBreak(text, at: next) {
        next = end
      } else if let byte = byte(text, at: next) {
        bytes.append(byte)
        next += 2
      } else {
        bytes.append(UInt8(ascii: "="))
      }
    }
    bytes.append(contentsOf: text[next...])
    return bytes
  }

  /// Where a line break that an escape takes away ends.
  private static func softBreak(_ text: ArraySlice<UInt8>, at start: Int) -> Int? {
    var end = start
    while end < text.endIndex, text[end] == 0x20 || text[end] == 0x09 { end += 1 }
    guard end < text.endIndex else { return end }
    if text[end] == 0x0A { return end + 1 }
    guard text[end] == 0x0D else { return nil }
    return end + 1 < text.endIndex && text[end + 1] == 0x0A ? end + 2 : end + 1
  }

  private static func byte(_ text: ArraySlice<UInt8>, at start: Int) -> UInt8? {
    guard start + 2 <= text.endIndex else { return nil }
    let digits = String(decoding: text[start..<start + 2], as: UTF8.self)
    return digits.hasPrefix("+") || digits.hasPrefix("-") ? nil : UInt8(digits, radix: 16)
  }
}
