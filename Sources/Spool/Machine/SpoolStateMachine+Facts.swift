extension SpoolStateMachine {
  /// What a service manager needs to know at that time.
  package func facts(at now: Duration) -> ServiceFacts {
    ServiceFacts(
      phase: servicePhase, owesProgress: owesProgress(at: now), endedSteps: endedSteps,
      inWork: jobs.count, waiting: candidates.readyCount + waitingClaims.count, pause: pause?.cause)
  }

  /// The start is over with the first scan, for only then is it known what there is to do.
  private var servicePhase: ServiceFacts.Phase {
    switch phase {
    case .new: .starting
    case .running: hasScanned ? .running : .starting
    case .stopping, .stopped: .stopping
    }
  }

  /// Whether a step has to end soon: something is under way, or should be.
  ///
  /// A pause is no stall, however long it lasts, as long as its next try is made when it is due.
  private func owesProgress(at now: Duration) -> Bool {
    guard phase == .running || phase == .stopping else { return true }
    if scan != .idle || jobs.values.contains(where: { !$0.isBlocked }) { return true }
    if let time = nextTick, time < now { return true }
    guard let pause else {
      return candidates.hasReady || waitingClaims.contains { $0.notBefore == nil }
    }
    return pause.retryAt == nil
  }
}
