import Extraction

extension SpoolStateMachine {
  /// The file was renamed into the folder of its claim, or not.
  package mutating func claimed(
    _ name: FileName, _ result: StepResult, at now: Duration
  ) -> [SpoolAction] {
    guard let job = jobs[name] else { return [] }
    switch result {
    case .done:
      if phase == .stopping {
        return job.claim.isFirst ? advance(name, to: .releasing) : finish(name)
      }
      let isExhausted = job.claim.attempt > limits.lastAttempt
      let next = isExhausted ? Job.Step.abandoning(.crash) : .extracting
      return stepSucceeded(job.step) + advance(name, to: next)
    case .gone:
      return stepSucceeded(job.step) + finish(name)
    case .refused(let why):
      failureCount += 1
      return reportOnce(.unclaimable(name, why: why)) + stepSucceeded(job.step) + finish(name)
    case .blocked(let cause):
      return block(name, cause, at: now)
    }
  }

  /// The attempt to make the record ended.
  package mutating func extracted(
    _ name: FileName, _ outcome: ExtractionOutcome, at now: Duration
  ) -> [SpoolAction] {
    guard let job = jobs[name] else { return [] }
    if case .exhausted(let what) = outcome { return block(name, .resources(what), at: now) }
    return stepSucceeded(job.step) + followUp(job, outcome)
  }

  private mutating func followUp(_ job: Job, _ outcome: ExtractionOutcome) -> [SpoolAction] {
    let name = job.claim.name
    switch outcome {
    case .record(let status):
      jobs[name]?.failed = status == .failed
      return advance(name, to: .publishing)
    case .unstable:
      return reportOnce(.requeued(name)) + advance(name, to: .releasing)
    case .gone, .exhausted:
      return finish(name)
    case .retry(let reason):
      guard job.claim.attempt < limits.lastAttempt else {
        return advance(name, to: .abandoning(reason))
      }
      // It goes on alone, like what an earlier process left; an end before that leaves it claimed.
      if phase == .running { waitingClaims.append(job.claim) }
      return [.report(.retrying(job.claim, reason))] + finish(name)
    }
  }

  /// The record was written to the outbox, or not.
  package mutating func published(
    _ name: FileName, _ result: StepResult, at now: Duration
  ) -> [SpoolAction] {
    guard let job = jobs[name] else { return [] }
    switch result {
    case .done, .gone: return stepSucceeded(job.step) + advance(name, to: .retiring)
    case .blocked(let cause): return block(name, cause, at: now)
    case .refused(let why): return block(name, .outbox(why), at: now)
    }
  }

  /// The input was moved to its last folder, or not.
  ///
  /// - Parameters:
  ///   - name: The input's name.
  ///   - result: How the move ended.
  ///   - kept: The stamp of the input when it went back to the inbox to stay.
  ///   - now: The time.
  /// - Returns: What to do.
  package mutating func retired(
    _ name: FileName, _ result: StepResult, kept: FileStamp? = nil, at now: Duration
  ) -> [SpoolAction] {
    guard let job = jobs[name] else { return [] }
    switch result {
    case .done, .gone:
      if job.failed { failureCount += 1 }
      if let kept = kept ?? job.kept { candidates.keep(name, stamp: kept) }
      return stepSucceeded(job.step) + finish(name)
    case .blocked(let cause):
      jobs[name]?.kept = kept ?? job.kept
      return block(name, cause, at: now)
    case .refused(let why): return block(name, .retirement(why), at: now)
    }
  }

  /// The input was put back into the inbox, or could not be, in which case the next start finds it.
  package mutating func released(
    _ name: FileName, _ result: StepResult, at now: Duration
  ) -> [SpoolAction] {
    guard jobs[name] != nil else { return [] }
    if phase == .running, result == .done { candidates.settle(name, now: now) }
    return finish(name)
  }

  // MARK: - Taking documents

  /// Takes documents while there are free workers.
  mutating func startJobs() -> [SpoolAction] {
    var actions: [SpoolAction] = []
    while phase == .running, pause == nil, jobs.count < limits.workers, let job = nextJob() {
      jobs[job.claim.name] = job
      actions.append(job.action)
    }
    // Another scan adds nothing as long as files are ready and cannot be taken.
    if phase == .running, pause == nil, candidates.isTruncated, !candidates.hasReady,
      jobs.count < limits.workers, scan == .idle
    {
      actions += requestScan()
    }
    return actions
  }

  private mutating func nextJob() -> Job? {
    let suspectRuns = jobs.values.contains { !$0.claim.isFirst }
    if suspectRuns { return nil }
    if let claim = waitingClaims.first {
      guard jobs.isEmpty else { return nil }
      waitingClaims.removeFirst()
      let next = Claim(name: claim.name, attempt: claim.attempt + 1)
      return Job(claim: next, step: .claiming(from: claim.attempt))
    }
    while let name = candidates.takeOldest() {
      if jobs[name] == nil {
        return Job(claim: Claim(name: name, attempt: 1), step: .claiming(from: nil))
      }
      reappeared.insert(name)
    }
    return nil
  }

  // MARK: - Steps

  private mutating func advance(_ name: FileName, to step: Job.Step) -> [SpoolAction] {
    jobs[name]?.step = step
    jobs[name]?.isBlocked = false
    return jobs[name].map { [$0.action] } ?? []
  }

  private mutating func finish(_ name: FileName) -> [SpoolAction] {
    jobs[name] = nil
    // A file of that name came while the last one was in work; the scan tells what it is by now.
    let scan = reappeared.remove(name) == nil ? [] : requestScan()
    return scan + startJobs() + exitIfStopped()
  }
}
