extension SpoolStateMachine {
  /// What a service manager needs to know at that time.
  package func facts(at now: Duration) -> ServiceFacts {
    ServiceFacts(
      phase: servicePhase,
      scanning: ProgressSign(isOwed: owesScan(at: now), endedSteps: scanSteps),
      working: ProgressSign(isOwed: owesWork, endedSteps: documentSteps),
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

  /// Whether a scan is under way, or something is due at a time that has come.
  private func owesScan(at now: Duration) -> Bool {
    phase == .new || scan != .idle || nextTick.map { $0 < now } ?? false
  }

  /// Whether a step of a document is under way, or should be.
  ///
  /// A pause is no stall, however long it lasts, unless its next try does not end.
  private var owesWork: Bool {
    guard phase == .running || phase == .stopping else { return false }
    if jobs.values.contains(where: { !$0.isBlocked }) { return true }
    guard let pause else {
      return candidates.hasReady || waitingClaims.contains { $0.notBefore == nil }
    }
    return pause.retryAt == nil
  }
}
