/// An input that lies in the folder of the done or of the failed ones.
package struct RetainedInput: Hashable, Sendable, Comparable {
  /// Its name.
  package var name: FileName
  /// Its bytes, with those of its note.
  package var bytes: Int
  /// When it came there, in nanoseconds since 1970: the time of its last change of name.
  package var since: Int64

  /// An input with all its fields.
  package init(name: FileName, bytes: Int, since: Int64) {
    self.name = name
    self.bytes = bytes
    self.since = since
  }

  /// Orders inputs by age, the oldest first.
  package static func < (left: RetainedInput, right: RetainedInput) -> Bool {
    (left.since, left.name) < (right.since, right.name)
  }
}
