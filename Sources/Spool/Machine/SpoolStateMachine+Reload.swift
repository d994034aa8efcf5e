extension SpoolStateMachine {
  /// The number of documents that have a worker, or are about to get one.
  package var workersNeeded: Int { jobs.values.count(where: \.needsWorker) }

  /// The operator set other limits.
  ///
  /// Documents in work are not disturbed. What was known of those in the inbox is found out anew where it
  /// rests on what changed.
  package mutating func reconfigured(
    _ new: SpoolLimits, at now: Duration
  ) -> [SpoolAction] {
    let old = limits
    limits = new
    guard phase == .running else { return [] }
    var actions: [SpoolAction] = []
    if old.polls != new.polls {
      isWatching = false
      if !new.polls, !new.once { actions.append(.watch) }
      actions += requestScan()
    }
    if candidates.reconfigure(new) { actions += requestScan() }
    if let time = rescanAt {
      rescanAt = min(time, now + (isWatching ? new.rescanInterval : new.pollInterval))
    }
    if old.space != new.space { actions += spaceLimitsChanged(at: now) }
    if old.doneRetention != new.doneRetention || old.failedRetention != new.failedRetention {
      actions += applyRetention()
    }
    return actions + startJobs()
  }

  /// A pause for want of room may be over by the new limits; else they may call for one.
  private mutating func spaceLimitsChanged(at now: Duration) -> [SpoolAction] {
    guard let pause, case .space = pause.cause else { return measureSpace() }
    self.pause?.delay = limits.retryDelays.lowerBound
    self.pause?.retryAt = now
    return []
  }
}
