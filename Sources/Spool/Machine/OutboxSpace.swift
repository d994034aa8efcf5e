/// What room there is for records.
package struct OutboxSpace: Hashable, Sendable {
  /// Bytes that may still be written to the file system of the outbox.
  package var freeBytes: Int
  /// Bytes of the files in the outbox.
  package var usedBytes: Int

  /// The room that these numbers tell of.
  package init(freeBytes: Int, usedBytes: Int) {
    self.freeBytes = freeBytes
    self.usedBytes = usedBytes
  }
}
