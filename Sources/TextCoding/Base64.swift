/// Base64 with either alphabet of RFC 4648, the usual one and that for addresses.
package enum Base64 {
  /// What the text stands for.
  ///
  /// Spaces, tabs and line ends are passed over, as RFC 2045 has it, and padding may be left out.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - mayBeCut: Whether a digit that is left over at the end is passed over: what follows it may be lost.
  /// - Returns: The bytes; `nil` when the text is not Base64.
  package static func decode(_ text: ArraySlice<UInt8>, mayBeCut: Bool = false) -> [UInt8]? {
    let end = (text.lastIndex { $0 != padding && !isSpace($0) }).map { $0 + 1 } ?? text.startIndex
    guard text[end...].count(where: { $0 == padding }) <= maximumPadding else { return nil }
    return unsafe text[..<end].withUnsafeBufferPointer { digits in
      var isValid = true
      let bytes = unsafe [UInt8](
        unsafeUninitializedCapacity: digits.count / 4 * 3 + 3
      ) { output, count in
        var decoding = unsafe Decoding(text: digits, output: output)
        isValid = unsafe decoding.run(mayBeCut: mayBeCut)
        count = unsafe decoding.count
      }
      return isValid ? bytes : nil
    }
  }

  /// A text on its way into memory that has room for all of it.
  @unsafe
  private struct Decoding {
    let text: UnsafeBufferPointer<UInt8>
    let output: UnsafeMutableBufferPointer<UInt8>
    let values = Base64.values
    var count = 0
    var position = 0

    /// Decodes all; says whether all of it was Base64.
    mutating func run(mayBeCut: Bool) -> Bool {
      var bits: UInt32 = 0
      var bitCount = 0
      while unsafe position < text.count {
        if bitCount == 0, unsafe decodeGroups() { continue }
        let byte = unsafe text[position]
        unsafe position += 1
        if isSpace(byte) { continue }
        let value = unsafe values[Int(byte)]
        guard value != invalid else { return false }
        bits = bits << 6 | UInt32(value)
        bitCount += 6
        guard bitCount >= 8 else { continue }
        bitCount -= 8
        unsafe output[count] = UInt8(truncatingIfNeeded: bits >> UInt32(bitCount))
        unsafe count += 1
      }
      // Six bits left over are a digit that no byte can end with.
      return bitCount != 6 || mayBeCut
    }

    /// Decodes the groups of four digits that come next; says whether there is one.
    private mutating func decodeGroups() -> Bool {
      let start = unsafe position
      while unsafe position + 4 <= text.count {
        let (a, b) = unsafe (values[Int(text[position])], values[Int(text[position + 1])])
        let (c, d) = unsafe (values[Int(text[position + 2])], values[Int(text[position + 3])])
        // Only what is no digit has the highest bit.
        guard (a | b | c | d) & 0x80 == 0 else { break }
        unsafe output[count] = a << 2 | b >> 4
        unsafe output[count + 1] = b << 4 | c >> 2
        unsafe output[count + 2] = c << 6 | d
        unsafe count += 3
        unsafe position += 4
      }
      return unsafe position > start
    }
  }

  private static let padding = UInt8(ascii: "=")
  // Two of the four digits of the last group.
  private static let maximumPadding = 2
  private static let invalid: UInt8 = 0xFF

  private static let values: [UInt8] = {
    var table = [UInt8](repeating: invalid, count: 256)
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (value, byte) in alphabet.utf8.enumerated() { table[Int(byte)] = UInt8(value) }
    table[Int(UInt8(ascii: "-"))] = 62
    table[Int(UInt8(ascii: "_"))] = 63
    return table
  }()

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
