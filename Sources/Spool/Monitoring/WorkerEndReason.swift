import Extraction

/// Why a worker process was replaced.
package enum WorkerEndReason: String, CaseIterable, Sendable {
  /// It took too long with a page.
  case timeout
  /// It needed too much memory.
  case memory
  /// A signal ended it.
  case crash
  /// It ended itself.
  case exit
  /// It was killed and did not end.
  case unkillable

  /// The reason that its page's record names.
  init(_ reason: FailureReason) {
    self = WorkerEndReason(rawValue: reason.rawValue) ?? .crash
  }
}
