extension SpoolStateMachine {
  /// The room for records was measured.
  package mutating func spaceMeasured(_ space: OutboxSpace, at now: Duration) -> [SpoolAction] {
    guard phase == .running else { return [] }
    guard let pause else {
      guard let shortage = limits.space.shortage(in: space) else { return [] }
      return pauseIntake(.space(shortage), at: now)
    }
    // While something else is wrong, or the next look is not due, nothing changes.
    guard case .space = pause.cause, pause.retryAt == nil else { return [] }
    return limits.space.hasRoomAgain(in: space) ? resume() : pauseIntake(pause.cause, at: now)
  }

  /// The room for records could not be measured: a pause for it goes on, with a time for the next look.
  package mutating func spaceUnknown(at now: Duration) -> [SpoolAction] {
    guard phase == .running, let pause, case .space = pause.cause else { return [] }
    return pauseIntake(pause.cause, at: now)
  }

  /// Asks for a measurement where there is a limit.
  func measureSpace() -> [SpoolAction] {
    limits.space.isSet ? [.measureSpace] : []
  }
}
