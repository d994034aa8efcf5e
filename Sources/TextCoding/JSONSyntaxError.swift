/// Bytes that are not the JSON that was asked for.
package struct JSONSyntaxError: Error, Sendable, Equatable {
  /// Where, counted in bytes from zero.
  package var offset: Int
  /// What was expected there.
  package var expected: String

  /// An error with both fields.
  package init(offset: Int, expected: String) {
    self.offset = offset
    self.expected = expected
  }
}
