import Extraction

extension SpoolStateMachine {
  /// The file was renamed into the folder of its claim, or not.
  package mutating func claimed(
    _ name: FileName, _ result: StepResult, at now: Duration
  ) -> [SpoolAction] {
    documentSteps += 1
    guard let job = jobs[name] else { return [] }
    switch result {
    case .done:
      if phase == .stopping {
        return advance(name, to: .releasing(to: job.claim.origin))
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
  ///
  /// - Parameters:
  ///   - name: The input's name.
  ///   - outcome: How it ended.
  ///   - byteCount: Bytes of the record, which are held until the input is gone.
  ///   - now: The time.
  /// - Returns: What to do.
  package mutating func extracted(
    _ name: FileName, _ outcome: ExtractionOutcome, byteCount: Int = 0, at now: Duration
  ) -> [SpoolAction] {
    documentSteps += 1
    jobs[name]?.byteCount = byteCount
    guard let job = jobs[name] else { return [] }
    switch outcome {
    case .exhausted(let what): return block(name, .resources(what), at: now)
    case .blocked(let cause): return block(name, cause, at: now)
    default: break
    }
    return stepSucceeded(job.step) + followUp(job, outcome, at: now)
  }

  private mutating func followUp(
    _ job: Job, _ outcome: ExtractionOutcome, at now: Duration
  ) -> [SpoolAction] {
    let name = job.claim.name
    switch outcome {
    case .record(let status):
      jobs[name]?.failed = status == .failed
      return advance(name, to: .publishing) + startJobs()
    case .unstable:
      return reportOnce(.requeued(name)) + advance(name, to: .releasing(to: nil))
    case .gone, .exhausted, .blocked:
      return finish(name)
    case .interrupted:
      return job.hasProgress ? finish(name) : advance(name, to: .releasing(to: job.claim.origin))
    case .retry(let reason):
      return retry(job, reason, at: now)
    }
  }

  /// Makes another attempt, unless this one was the last.
  ///
  /// A worker that ended had nothing but this document, so one retry in a fresh one has to do. A read error
  /// may pass, so it has more, after longer and longer waits. An end of the daemon leaves it claimed.
  private mutating func retry(
    _ job: Job, _ reason: FailureReason, at now: Duration
  ) -> [SpoolAction] {
    let attempt = job.claim.attempt
    let mayPass = reason == .inputOutput
    guard mayPass ? attempt < limits.lastAttempt : job.claim.isFirst else {
      return advance(job.claim.name, to: .abandoning(reason))
    }
    if phase == .running {
      let first = limits.retryDelays.lowerBound
      let delay = min(first * (1 << min(attempt - 1, 16)), limits.retryDelays.upperBound)
      waitingClaims.append(
        WaitingClaim(
          claim: job.claim, isExclusive: false, notBefore: mayPass ? now + delay : nil))
    }
    return [.report(.retrying(job.claim, reason))] + finish(job.claim.name)
  }

  /// Lets those make their next attempt that have waited long enough.
  mutating func releaseDueClaims(at now: Duration) -> [SpoolAction] {
    for index in waitingClaims.indices {
      if let time = waitingClaims[index].notBefore, time <= now {
        waitingClaims[index].notBefore = nil
      }
    }
    return startJobs()
  }

  /// The record was written to the outbox, or not.
  package mutating func published(
    _ name: FileName, _ result: StepResult, at now: Duration
  ) -> [SpoolAction] {
    documentSteps += 1
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
    documentSteps += 1
    guard let job = jobs[name] else { return [] }
    switch result {
    case .done, .gone:
      if job.failed { failureCount += 1 }
      if let kept = kept ?? job.kept { candidates.keep(name, stamp: kept) }
      return removeMarker(of: name) + stepSucceeded(job.step) + finish(name)
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
    documentSteps += 1
    guard jobs[name] != nil else { return [] }
    if phase == .running, result == .done {
      candidates.settle(name, now: now)
    }
    return finish(name)
  }

  /// Removes the marker of a document that left, unless it is that of another one of its name.
  private mutating func removeMarker(of name: FileName) -> [SpoolAction] {
    guard !limits.keepsInputs, !reappeared.contains(name),
      let marker = limits.readiness.marker(of: name)
    else { return [] }
    candidates.unmark(name)
    return [.removeMarker(marker)]
  }

  // MARK: - Taking documents

  /// Takes documents while there are free workers.
  mutating func startJobs() -> [SpoolAction] {
    var actions: [SpoolAction] = []
    while phase == .running, pause == nil, hasRoom, let job = nextJob() {
      jobs[job.claim.name] = job
      actions.append(job.action)
    }
    // Another scan adds nothing as long as files are ready and cannot be taken.
    if phase == .running, pause == nil, candidates.isTruncated, !candidates.hasReady,
      hasRoom, scan == .idle
    {
      actions += requestScan()
    }
    return actions
  }

  private var hasRoom: Bool {
    jobs.count < limits.workers + limits.publishing
      && jobs.values.count(where: \.needsWorker) < limits.workers
      && jobs.values.reduce(0) { $0 + $1.byteCount } <= limits.publishingBytes
  }

  private mutating func nextJob() -> Job? {
    if jobs.values.contains(where: \.isExclusive) { return nil }
    let hasExclusive = waitingClaims.contains(where: \.isExclusive)
    if let index = waitingClaims.firstIndex(where: {
      $0.notBefore == nil && $0.isExclusive == hasExclusive
    }) {
      guard jobs.isEmpty || !hasExclusive else { return nil }
      let waiting = waitingClaims.remove(at: index)
      let claim = waiting.claim
      return Job(
        claim: Claim(name: claim.name, attempt: claim.attempt + 1),
        step: .claiming(from: claim.attempt), isExclusive: waiting.isExclusive)
    }
    while let (name, readySince) = candidates.takeOldest() {
      if jobs[name] == nil {
        return Job(
          claim: Claim(name: name, attempt: 1), step: .claiming(from: nil), readySince: readySince)
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
