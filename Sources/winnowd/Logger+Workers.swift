import Extraction
import Logging
import Spool

extension Logger {
  /// Writes what is told of worker processes.
  func report(_ notice: WorkerNotice) {
    switch notice {
    case .unconfined(let missing):
      warning("workers run without \(missing.joined(separator: " and ")), which the kernel lacks")
    case .ended(let process, let reason, let how):
      warning("worker \(process) ended: \(how), reason=\(reason.rawValue)")
    case .unavailable(let why):
      error("cannot start a worker: \(why)")
    case .unkillable(let process):
      error("worker \(process) was killed and does not end; another takes its place")
    }
  }
}
