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
  /// - Parameter memoryBytes: The limit on the worker's memory.
  /// - Returns: `memory`, `timeout`, `crash` or `exit`.
  package func reason(memoryBytes: Int) -> FailureReason {
    switch signal {
    case 0: status == Self.memoryStatus ? .memory : .exit
    case SIGXCPU: .timeout
    // The kernel ends what is too large for the machine by the same signal as a person does.
    case SIGKILL where peakBytes > memoryBytes / 2: .memory
    default: .crash
    }
  }

  /// The end in words for the operator.
  package var description: String {
    signal == 0 ? "exit status \(status)" : "signal \(signal)"
  }

  // WINNOW_EXIT_MEMORY of CWorker.h.
  private static let memoryStatus: Int32 = 91
}
