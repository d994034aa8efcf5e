/// A name found in the inbox.
package struct InboxEntry: Hashable, Sendable {
  /// The name.
  package var name: FileName
  /// What it stands for.
  package var status: FileStatus
  /// For how long the file has not changed, by the clock that stamps files; never negative.
  package var age: Duration

  /// An entry with all its fields.
  package init(name: FileName, status: FileStatus, age: Duration) {
    self.name = name
    self.status = status
    self.age = age
  }
}
