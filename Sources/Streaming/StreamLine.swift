/// One line of a stream.
public struct StreamLine: Sendable, Equatable {
  /// Which line, counted from one.
  public var number: Int
  /// Its bytes without the line feed; empty when it is too long.
  public var bytes: [UInt8]
  /// Whether it was longer than the limit and its bytes were dropped.
  public var isTooLong: Bool

  /// A line with all its fields.
  public init(number: Int, bytes: [UInt8], isTooLong: Bool = false) {
    self.number = number
    self.bytes = bytes
    self.isTooLong = isTooLong
  }

  /// Whether there is nothing in it but white space, so that it stands for nothing.
  public var isBlank: Bool {
    !isTooLong && bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
