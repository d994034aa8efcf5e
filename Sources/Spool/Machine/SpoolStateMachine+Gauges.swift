extension SpoolStateMachine {
  /// How things stand, as far as it is known here.
  package var gauges: SpoolGauges {
    var gauges = SpoolGauges()
    gauges.phase =
      switch phase {
      case .new, .running: .running
      case .stopping: .stopping
      case .stopped: .stopped
      }
    gauges.inWork = jobs.count
    gauges.ready = candidates.readyCount
    gauges.waitingClaims = waitingClaims.count
    gauges.isWatching = isWatching
    gauges.discoveries = discoveries
    return gauges
  }

  /// For how long the document that is being claimed had been ready, or `nil` when it came from elsewhere.
  package func wait(of name: FileName, at now: Duration) -> Duration? {
    jobs[name]?.readySince.map { now - $0 }
  }

  /// Counts a name that is known after an event and was not before.
  mutating func countDiscovery(
    of name: FileName, wasKnown: Bool, by count: WritableKeyPath<Discoveries, Int>
  ) {
    if !wasKnown, candidates[name] != nil { discoveries[keyPath: count] += 1 }
  }
}
