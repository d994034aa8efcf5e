/// Bytes that are not the JSON that was asked for.
public struct JSONSyntaxError: Error, Sendable, Equatable {
  /// Where, counted in bytes from zero.
  public var offset: Int
  /// What was expected there.
  public var expected: String

  /// An error with both fields.
  public init(offset: Int, expected: String) {
    self.offset = offset
    self.expected = expected
  }
}
