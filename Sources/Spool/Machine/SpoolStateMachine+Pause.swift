extension SpoolStateMachine {
  /// A step cannot be done for now: it waits, and nothing more is taken from the inbox.
  mutating func block(
    _ name: FileName, _ cause: PauseCause, at now: Duration
  ) -> [SpoolAction] {
    jobs[name]?.isBlocked = true
    let actions = pauseIntake(cause, at: now)
    return phase == .stopping ? actions + releaseBlocked() + exitIfStopped() : actions
  }

  /// Stops taking documents; the wait before the next try doubles each time.
  mutating func pauseIntake(_ cause: PauseCause, at now: Duration) -> [SpoolAction] {
    if limits.once, phase == .running {
      // Whoever drains the inbox once does not wait for a disk to be emptied or mounted.
      phase = .stopping
      exitCode = .inputOutput
      return [.report(.paused(cause))] + releaseBlocked() + exitIfStopped()
    }
    guard let running = pause else {
      let first = limits.retryDelays.lowerBound
      pause = Pause(cause: cause, delay: first, retryAt: now + first)
      return [.report(.paused(cause))]
    }
    guard running.retryAt == nil else { return [] }
    let delay = min(running.delay * 2, limits.retryDelays.upperBound)
    pause = Pause(cause: cause, delay: delay, retryAt: now + delay)
    return running.cause == cause ? [] : [.report(.paused(cause))]
  }

  /// The folders are there: one blocked step is tried, and when there is none the pause is over.
  mutating func retryBlocked() -> [SpoolAction] {
    guard let pause, pause.retryAt == nil else { return [] }
    if case .space = pause.cause { return limits.space.isSet ? measureSpace() : resume() }
    guard let blocked = blockedJobs.first else { return resume() }
    jobs[blocked.claim.name]?.isBlocked = false
    return [blocked.action]
  }

  /// A step was done.
  ///
  /// When it is one that the pause is about, the pause is over.
  mutating func stepSucceeded(_ step: Job.Step) -> [SpoolAction] {
    guard let pause else { return [] }
    switch (pause.cause, step) {
    case (.outbox, .publishing), (.retirement, .retiring), (.resources, _), (.folders, _):
      return resume()
    case (.space, _):
      return []
    default:
      return retryBlocked()
    }
  }

  /// Puts back the documents whose steps wait for the end of a pause.
  ///
  /// Those that are published already, or in part, stay claimed: the next start finds their output and moves them on.
  mutating func releaseBlocked() -> [SpoolAction] {
    var actions: [SpoolAction] = []
    for job in blockedJobs {
      switch job.step {
      case .extracting where job.hasProgress, .publishing where job.hasProgress:
        jobs[job.claim.name] = nil
      case .extracting, .publishing:
        jobs[job.claim.name]?.isBlocked = false
        jobs[job.claim.name]?.step = .releasing(to: job.claim.origin)
        actions.append(.release(job.claim, to: job.claim.origin))
      default:
        jobs[job.claim.name] = nil
      }
    }
    return actions
  }

  private var blockedJobs: [Job] {
    jobs.values.filter(\.isBlocked).sorted { $0.claim.name < $1.claim.name }
  }

  mutating func resume() -> [SpoolAction] {
    pause = nil
    let blocked = blockedJobs
    for job in blocked { jobs[job.claim.name]?.isBlocked = false }
    return [.report(.resumed)] + blocked.map(\.action) + startJobs()
  }
}
