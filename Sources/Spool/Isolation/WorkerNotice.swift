package import Extraction

/// What the operator is told of worker processes.
package enum WorkerNotice: Hashable, Sendable {
  /// The kernel lacks what is named, so workers are confined by the rest alone; told once.
  case unconfined(missing: [String])
  /// A worker ended, or was ended, while it had a page.
  case ended(process: Int32, reason: FailureReason, how: String)
  /// A worker could not be started.
  case unavailable(String)
  /// A worker was killed and does not end; another takes its place.
  case unkillable(process: Int32)
}
