extension SpoolStateMachine {
  /// The record of a page of a container was written to the outbox.
  ///
  /// The attempt has come to something, so the attempts before it are forgiven, and the container no longer
  /// keeps others from being worked on.
  ///
  /// - Parameters:
  ///   - name: The container's name.
  ///   - isFailure: Whether the record says that the page failed.
  /// - Returns: What to do.
  package mutating func pagePublished(_ name: FileName, isFailure: Bool) -> [SpoolAction] {
    documentSteps += 1
    if isFailure { failureCount += 1 }
    guard let job = jobs[name], job.step == .extracting else { return [] }
    jobs[name]?.hasProgress = true
    jobs[name]?.isExclusive = false
    var actions: [SpoolAction] = []
    if job.claim.attempt > Self.attemptWithProgress {
      actions.append(.forgive(job.claim, to: Self.attemptWithProgress))
    }
    switch pause?.cause {
    case .outbox, .folders, .resources: actions += resume()
    case nil where job.isExclusive: actions += startJobs()
    default: break
    }
    return actions
  }

  /// A container was read on without a record to write: up to a page whose record an earlier attempt made, or
  /// only towards the next one.
  package mutating func readOn() {
    documentSteps += 1
  }

  /// The file of a claim was moved to the folder of an earlier attempt.
  package mutating func forgiven(_ name: FileName, to attempt: Int) {
    jobs[name]?.claim.attempt = attempt
  }

  /// What those at work on containers are to do before their next page.
  package var containerOrder: ContainerOrder {
    guard phase == .running else { return .stop }
    guard let pause, case .space = pause.cause else { return .goOn }
    return .hold(pause.cause)
  }

  // Not the first, so that the next attempt looks for the records that are there.
  private static let attemptWithProgress = 2
}
