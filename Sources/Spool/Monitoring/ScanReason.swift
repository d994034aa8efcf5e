/// Why the inbox is listed.
package enum ScanReason: String, CaseIterable, Sendable {
  /// The time for it has come, or a file is about to be whole.
  case due
  /// The kernel dropped events.
  case overflow
  /// The watch ended.
  case watchLost = "watch_lost"
}
