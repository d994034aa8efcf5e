import Extraction
package import Logging

extension Logger {
  /// Writes what is told of worker processes.
  package func report(_ notice: WorkerNotice) {
    switch notice {
    case .unconfined(let missing):
      warning("workers run without \(missing.joined(separator: " and ")), which the kernel lacks")
    case .ended(let process, let reason, let how):
      limited(
        .warning, "worker ended", kind: reason.rawValue,
        [
          "worker": .stringConvertible(Int(process)), "reason": "\(reason.rawValue)",
          "why": "\(how)",
        ])
    case .unavailable(let why):
      limited(.error, "cannot start a worker", ["why": "\(why)"])
    case .unkillable(let process):
      limited(
        .error, "a worker was killed and does not end; another takes its place",
        ["worker": .stringConvertible(Int(process))])
    }
  }
}
