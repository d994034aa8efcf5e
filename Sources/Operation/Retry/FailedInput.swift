package import Spool

/// An input in the folder of the failed ones, with what its note says.
package struct FailedInput: Hashable, Sendable {
  /// Its name.
  package var name: FileName
  /// The name of its note, or `nil` when there is none.
  package var note: FileName?
  /// Why it failed, by the note.
  package var reason: String?

  /// An input with all its fields.
  package init(name: FileName, note: FileName? = nil, reason: String? = nil) {
    self.name = name
    self.note = note
    self.reason = reason
  }
}
