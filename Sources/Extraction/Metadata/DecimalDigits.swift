/// Counts decimal digits of any script, to tell texts that can hold no date without reading their words.
enum DecimalDigits {
  /// The first decimal digit outside ASCII (Unicode 16.0): U+0660.
  private static let firstBeyondASCII: UInt32 = 0x660
  /// The scripts of East Asia have none of their own from U+3000 to U+A5FF and in Hangul, U+AC00 to
  /// U+D7FF (Unicode 16.0).
  private static let withoutDigits: [ClosedRange<UInt32>] = [0x3000...0xA5FF, 0xAC00...0xD7FF]

  /// How many decimal digits the text has, but at most `limit`.
  static func count(in text: String, upTo limit: Int) -> Int {
    var count = 0
    var isASCII = true
    let bytes = text.utf8.span
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x80 { isASCII = false }
      if byte >= 0x30, byte <= 0x39 {
        count += 1
        if count == limit { return limit }
      }
    }
    guard !isASCII else { return count }
    for scalar in text.unicodeScalars where isDigitBeyondASCII(scalar) {
      count += 1
      if count == limit { return limit }
    }
    return count
  }

  private static func isDigitBeyondASCII(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= firstBeyondASCII, !withoutDigits.contains(where: { $0 ~= scalar.value })
    else { return false }
    return scalar.properties.numericType == .decimal
  }
}
