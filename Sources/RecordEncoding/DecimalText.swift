import Extraction

/// A number's decimal text, made from its end on without the memory of a string.
struct DecimalText {
  /// Decimals of a number in ten-thousandths.
  private static let decimals = 4

  /// The longest number has twenty digits, a sign and, with ten-thousandths, a point.
  private var storage = InlineArray<24, UInt8>(repeating: 0)
  private var start: Int

  /// A text without a character.
  init() { start = storage.count }

  /// Appends the text to bytes.
  func append(to bytes: inout [UInt8]) {
    bytes.append(copying: storage.span.extracting(start..<storage.count))
  }

  /// Sets one character before the text.
  mutating func prepend(_ byte: UInt8) {
    start -= 1
    storage[start] = byte
  }

  /// Sets a whole number before the text.
  mutating func prepend(digitsOf value: UInt64) {
    var rest = value
    repeat {
      prepend(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
  }

  /// Sets a number of ten-thousandths before the text, without trailing zeros or a point that nothing follows.
  mutating func prepend(tenThousandths value: UInt64) {
    var rest = value
    var hasFraction = false
    for _ in 0..<Self.decimals {
      let digit = UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      hasFraction = hasFraction || digit > 0
      if hasFraction { prepend(UInt8(ascii: "0") + digit) }
    }
    if hasFraction { prepend(UInt8(ascii: ".")) }
    prepend(digitsOf: rest)
  }
}
