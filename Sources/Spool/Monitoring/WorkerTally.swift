import Synchronization

/// Counts what is told of worker processes, from any thread.
package final class WorkerTally: Sendable {
  /// The counts.
  package struct Counts: Hashable, Sendable {
    /// Workers that were replaced, by reason.
    package var ends: [WorkerEndReason: Int] = [:]
    /// How often a worker could not be started.
    package var failedStarts = 0

    /// Nothing counted.
    package init() {}
  }

  private let state = Mutex(Counts())

  /// Nothing counted.
  package init() {}

  /// What was counted so far.
  package var counts: Counts { state.withLock { $0 } }

  /// Counts what is told.
  package func note(_ notice: WorkerNotice) {
    state.withLock { counts in
      switch notice {
      case .unconfined: break
      case .ended(_, let reason, _): counts.ends[WorkerEndReason(reason), default: 0] += 1
      case .unavailable: counts.failedStarts += 1
      case .unkillable: counts.ends[.unkillable, default: 0] += 1
      }
    }
  }
}
