/// What a record says of its input.
package struct VerifiedRecord: Hashable, Sendable {
  /// The file in the outbox that holds it.
  package var file: String
  /// The input's name, escaped.
  package var source: String
  /// The input's digest, or `nil` when it could not be read.
  package var sha256: String?

  /// What a record in that file says.
  package init(file: String, source: String, sha256: String?) {
    self.file = file
    self.source = source
    self.sha256 = sha256
  }
}
