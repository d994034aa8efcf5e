package import Extraction
import Glibc

/// How a worker process ended.
package struct WorkerEnd: Hashable, Sendable {
  /// The signal that ended it, or 0.
  package var signal: Int32
  /// The status it ended with when no signal did.
  package var status: Int32
  /// The most memory that it had resident, in bytes.
  package var peakBytes: Int

  /// An end with all its fields.
  package init(signal: Int32, status: Int32, peakBytes: Int) {
    self.signal = signal
    self.status = status
    self.peakBytes = peakBytes
  }

  /// The reason that the page's record names.
  ///
  /// A worker that the daemon ended is not judged here: the daemon knows why.
  ///
  /// - Parameters:
  ///   - memoryBytes: The limit on the worker's memory.
  ///   - killsBefore: How many processes the kernel had ended for want of memory when the worker got the page;
  ///     `nil` when that is not known.
  ///   - killsAfter: How many it had when the worker had ended.
  /// - Returns: `memory`, `timeout`, `crash` or `exit`.
  package func reason(
    memoryBytes: Int, killsBefore: Int? = nil, killsAfter: Int? = nil
  ) -> FailureReason {
    switch signal {
    case 0: return status == Self.memoryStatus ? .memory : .exit
    case SIGXCPU: return .timeout
    case SIGKILL:
      if let killsBefore, let killsAfter, killsAfter > killsBefore { return .memory }
      // The count may be out of sight, and a person uses the same signal.
      return peakBytes > memoryBytes / 2 ? .memory : .crash
    default: return .crash
    }
  }

  /// The end in words for the operator.
  package var description: String {
    signal == 0 ? "exit status \(status)" : "signal \(signal)"
  }

  // WINNOW_EXIT_MEMORY of CWorker.h.
  private static let memoryStatus: Int32 = 91
}
