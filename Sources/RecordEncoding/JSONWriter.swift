import Extraction

/// Writes JSON as bytes, without white space, into one buffer that it keeps between documents.
///
/// The caller opens and closes objects and arrays; commas come by themselves. Strings are UTF-8
/// already, so nothing but quotes, backslashes and control characters is escaped (RFC 8259, section 7).
public struct JSONWriter: Sendable {
  /// What was written so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// Whether a value ended at this point, so that a comma comes before the next one.
  private var needsComma = false

  /// A writer with nothing written.
  public init() {}

  /// A buffer larger than this is given away with what is in it, for most documents are smaller.
  private static let keptCapacity = 8 << 20

  /// What was written so far; the writer is to be emptied before it writes anything else.
  public mutating func takeBytes() -> [UInt8] {
    defer { if bytes.capacity > Self.keptCapacity { bytes = [] } }
    return bytes
  }

  /// Makes room for so many more bytes, so that a long document is not copied as it grows.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Forgets what was written and keeps the buffer.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  // MARK: - Structure

  /// Writes `{`.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }

  /// Writes `}`.
  public mutating func endObject() { close(UInt8(ascii: "}")) }

  /// Writes `[`.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }

  /// Writes `]`.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes the name of a member and its colon.
  ///
  /// Nothing in `name` is escaped.
  public mutating func key(_ name: StaticString) {
    append(needsComma ? ",\"" : "\"")
    append(name)
    append("\":")
    needsComma = false
  }

  /// Writes a part of a document as it is, in UTF-8.
  mutating func literal(_ text: Span<UInt8>) { bytes.append(copying: text) }

  /// Writes numbers as ``number(_:)-(Double)`` does, each after a part of a document.
  mutating func numbers(
    _ first: StaticString, _ firstValue: Double, _ second: StaticString, _ secondValue: Double
  ) {
    var text = DecimalText()
    if text.prepend(rounding: secondValue) {
      text.prepend(second)
      if text.prepend(rounding: firstValue) {
        text.prepend(first)
        text.append(to: &bytes)
        needsComma = true
        return
      }
    }
    member(first)
    number(firstValue)
    member(second)
    number(secondValue)
  }

  /// Writes a part of a string, escaped.
  mutating func literal(escaping text: String) { JSONStringEscaper.append(text, to: &bytes) }

  /// Writes a part of a document that ends with a member's name and its colon.
  mutating func member(_ text: StaticString) {
    append(text)
    needsComma = false
  }

  /// Writes the name of a member and its colon.
  public mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Ends the line.
  ///
  /// What follows is a new document.
  public mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  // MARK: - Values

  /// Writes `null`.
  public mutating func null() {
    separate()
    append("null")
    needsComma = true
  }

  /// Writes a string with its quotes.
  public mutating func string(_ value: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    JSONStringEscaper.append(value, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a string, or `null` when there is none.
  public mutating func string(_ value: String?) {
    guard let value else { return null() }
    string(value)
  }

  /// Writes an integer in decimal.
  public mutating func integer(_ value: Int) {
    separate()
    append(digitsOf: value)
    needsComma = true
  }

  /// Writes a number rounded to four decimals, without trailing zeros.
  ///
  /// What is not finite is `null`.
  ///
  /// Four decimals are finer than any score or density is accurate.
  public mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    separate()
    defer { needsComma = true }
    var text = DecimalText()
    // The own description of a number too large for it is valid JSON.
    guard text.prepend(rounding: value) else {
      return bytes.append(contentsOf: value.description.utf8)
    }
    text.append(to: &bytes)
  }

  /// Writes a number as ``number(_:)-(Double)`` does, or `null` when there is none.
  public mutating func number(_ value: Double?) {
    guard let value else { return null() }
    number(value)
  }

  /// Writes a number so that a reader gets the same one back; `null` for what is not finite.
  public mutating func exactNumber(_ value: Double) {
    guard value.isFinite else { return null() }
    separate()
    bytes.append(contentsOf: value.description.utf8)
    needsComma = true
  }

  /// Writes a number as ``exactNumber(_:)-(Double)`` does, or `null` when there is none.
  public mutating func exactNumber(_ value: Double?) {
    guard let value else { return null() }
    exactNumber(value)
  }

  /// Writes `true` or `false`.
  public mutating func boolean(_ value: Bool) {
    separate()
    append(value ? "true" : "false")
    needsComma = true
  }

  /// Writes `true` or `false`, or `null` when there is neither.
  public mutating func boolean(_ value: Bool?) {
    guard let value else { return null() }
    boolean(value)
  }

  // MARK: - Bytes

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(copying: unsafe $0.span) }
  }

  private mutating func append(digitsOf value: Int) {
    var text = DecimalText()
    text.prepend(digitsOf: UInt64(value.magnitude))
    if value < 0 { text.prepend(UInt8(ascii: "-")) }
    text.append(to: &bytes)
  }
}
