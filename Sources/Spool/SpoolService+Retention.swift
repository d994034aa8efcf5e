import Dispatch
import Logging

extension SpoolService {
  /// Removes inputs beyond what is kept, on the queue of listings.
  func applyRetention() -> [SpoolAction] {
    let retention = InputRetention(folders: folders)
    let limits = configuration.limits
    scanQueue.async { @Sendable in
      let now = WallClock.now()
      let done = retention.clearDone(limits.doneRetention, now: now)
      let failed = retention.clearFailed(limits.failedRetention, now: now)
      self.queue.async { @Sendable in
        self.log(done, of: "done")
        self.log(failed, of: "failed")
        self.machine.retentionApplied(
          isPartial: done.isPartial || failed.isPartial, at: self.now)
        // For the time of the next look.
        self.perform([])
      }
    }
    return []
  }

  private func log(_ outcome: InputRetention.Outcome, of folder: String) {
    if outcome.count > 0 {
      logger.info(
        "removed old inputs",
        metadata: [
          "folder": "\(folder)", "count": .stringConvertible(outcome.count),
          "bytes": .stringConvertible(outcome.bytes),
        ])
    }
    if let failure = outcome.failure {
      logger.limited(
        .error, "cannot remove old inputs", kind: folder,
        ["folder": "\(folder)", "why": "\(failure)"])
    }
  }
}
