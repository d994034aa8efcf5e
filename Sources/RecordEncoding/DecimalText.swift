import Extraction

/// The decimal text of a number or two, made from its end on without the memory of a string.
struct DecimalText {
  /// Decimals of a number in ten-thousandths.
  private static let decimals = 4
  /// Ten to the number of decimals written.
  private static let decimalScale = 10_000.0
  /// From here on, a double has no four decimals left.
  private static let largestScaled = 0x1p53

  /// The longest number has twenty digits, a sign and, with ten-thousandths, a point; here is room for two and their names.
  private var storage = InlineArray<80, UInt8>(repeating: 0)
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

  /// Sets a part of a document before the text.
  mutating func prepend(_ text: StaticString) {
    let count = text.utf8CodeUnitCount
    precondition(count <= start, "room for the text")
    start -= count
    let start = start
    var span = storage.mutableSpan
    unsafe span.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe (base + start).copyMemory(from: text.utf8Start, byteCount: count)
    }
  }

  /// Sets a number rounded to four decimals before the text.
  ///
  /// - Returns: Whether there is one: what is not finite, or so large that it has no four decimals, is left to the caller.
  mutating func prepend(rounding value: Double) -> Bool {
    let scaled = (value * Self.decimalScale).rounded()
    guard scaled.magnitude < Self.largestScaled else { return false }
    prepend(tenThousandths: UInt64(scaled.magnitude))
    if scaled < 0 { prepend(UInt8(ascii: "-")) }
    return true
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
