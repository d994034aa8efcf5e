/// The folders in which documents lie.
package enum QueueName: String, CaseIterable, Sendable {
  /// Files that wait to be taken.
  case inbox
  /// Claimed files.
  case work
  /// Inputs that failed.
  case failed
  /// Inputs whose record is in the outbox.
  case done
  /// Records.
  case outbox
}
