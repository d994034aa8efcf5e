/// Base64 with either alphabet of RFC 4648, the usual one and that for addresses.
enum Base64 {
  /// What the text stands for; `nil` when it is not Base64.
  ///
  /// Padding may be left out, and line ends are skipped, as MIME has them.
  static func decode(_ text: [UInt8]) -> [UInt8]? {
    var end = text.count
    while end > 0, text[end - 1] == UInt8(ascii: "=") || isLineEnd(text[end - 1]) { end -= 1 }
    guard text[end...].count(where: { $0 == UInt8(ascii: "=") }) <= 2 else { return nil }
    let table = values
    var isValid = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: end / 4 * 3 + 3) { output, count in
      var position = 0
      while position + 4 <= end {
        let (a, b) = (table[Int(text[position])], table[Int(text[position + 1])])
        let (c, d) = (table[Int(text[position + 2])], table[Int(text[position + 3])])
        // Only what is no digit has the highest bit.
        guard (a | b | c | d) & 0x80 == 0 else { break }
        unsafe output[count] = a << 2 | b >> 4
        unsafe output[count + 1] = b << 4 | c >> 2
        unsafe output[count + 2] = c << 6 | d
        count += 3
        position += 4
      }
      for byte in rest(text[position..<end], table, &isValid) {
        unsafe output[count] = byte
        count += 1
      }
    }
    return isValid ? bytes : nil
  }

  /// What the digits from the first line end on stand for, or the last few of them.
  private static func rest(
    _ text: ArraySlice<UInt8>, _ table: [UInt8], _ isValid: inout Bool
  ) -> [UInt8] {
    var output: [UInt8] = []
    var bits: UInt32 = 0
    var bitCount = 0
    for byte in text where !isLineEnd(byte) {
      let value = table[Int(byte)]
      if value == invalid { isValid = false }
      bits = bits << 6 | UInt32(value & 0x3F)
      bitCount += 6
      if bitCount >= 8 {
        bitCount -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
      }
    }
    // Six bits left over are a digit that no byte can end with.
    if bitCount == 6 { isValid = false }
    return output
  }

  private static let invalid: UInt8 = 0xFF

  private static let values: [UInt8] = {
    var table = [UInt8](repeating: invalid, count: 256)
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (value, byte) in alphabet.utf8.enumerated() { table[Int(byte)] = UInt8(value) }
    table[Int(UInt8(ascii: "-"))] = 62
    table[Int(UInt8(ascii: "_"))] = 63
    return table
  }()

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
