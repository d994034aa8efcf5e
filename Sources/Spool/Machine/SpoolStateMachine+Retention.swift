extension SpoolStateMachine {
  /// Asks for inputs beyond what is kept to be removed, unless that is under way.
  mutating func applyRetention() -> [SpoolAction] {
    retentionAt = nil
    guard limits.hasRetention, !isRetaining else { return [] }
    isRetaining = true
    return [.applyRetention]
  }

  /// Inputs beyond what is kept were removed.
  ///
  /// - Parameters:
  ///   - isPartial: Whether there are more of them.
  ///   - now: The time.
  package mutating func retentionApplied(isPartial: Bool, at now: Duration) {
    isRetaining = false
    guard limits.hasRetention, !limits.once else { return }
    retentionAt = isPartial ? now : now + limits.retentionInterval
  }
}
