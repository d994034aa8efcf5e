/// A part of the way of a document whose duration is measured.
package enum Stage: String, CaseIterable, Sendable {
  /// From when the file was known to be whole until it was claimed.
  case wait
  /// In a worker: reading, parsing, labelling, encoding and compressing.
  case extract
  /// From when the record was there until it has its name: waiting for others, writing and synchronizing.
  case write
  /// Moving the input to its last folder, with a note where it failed.
  case retire
  /// From the claim to the end.
  case total
}
