/// What an output says of its input.
package struct OutputOrigin: Hashable, Sendable {
  /// SHA-256 of the input as it was stored, in 64 lower-case hexadecimal digits.
  package var sha256: String
  /// Whether the record says that the input failed.
  package var isFailed: Bool

  /// An origin with both its fields.
  package init(sha256: String, isFailed: Bool) {
    self.sha256 = sha256
    self.isFailed = isFailed
  }
}
