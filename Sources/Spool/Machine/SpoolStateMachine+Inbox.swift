extension SpoolStateMachine {
  /// A scan came upon a name.
  package mutating func entrySeen(_ entry: InboxEntry, at now: Duration) -> [SpoolAction] {
    scanSteps += 1
    return entryFound(entry, at: now, by: \.scans) { $0.see(entry, now: now) }
  }

  /// A scan came upon a name that the file system does not tell of; a later one may.
  package mutating func entryRefused(_ name: FileName, why: String) -> [SpoolAction] {
    scanSteps += 1
    guard phase == .running else { return [] }
    failureCount += 1
    return reportOnce(.unclaimable(name, why: why))
  }

  /// A program closed a file that it had open for writing, or moved one in: it is whole.
  package mutating func entryFinished(
    _ entry: InboxEntry, at now: Duration
  ) -> [SpoolAction] {
    entryFound(entry, at: now, by: \.events) { $0.finishWriting(entry, now: now) }
  }

  /// Marks the document of a marker, or has `note` take note of a file that is not in work.
  private mutating func entryFound(
    _ entry: InboxEntry, at now: Duration, by way: WritableKeyPath<Discoveries, Int>,
    note: (inout Candidates) -> Void
  ) -> [SpoolAction] {
    guard phase == .running, !TemporaryNames.contains(entry.name) else { return [] }
    guard entry.status.kind == .regular else {
      return reportOnce(.skipped(entry.name, entry.status.kind))
    }
    if let document = limits.readiness.document(ofMarker: entry.name) {
      candidates.mark(document, now: now)
      return startJobs()
    }
    guard !isBusy(entry.name) else {
      reappeared.insert(entry.name)
      return []
    }
    let wasKnown = candidates[entry.name] != nil
    note(&candidates)
    countDiscovery(of: entry.name, wasKnown: wasKnown, by: way)
    return startJobs()
  }

  /// A name appeared, behind which a file may be about to be written, or a link to a whole one.
  package mutating func entryCreated(_ name: FileName, at now: Duration) -> [SpoolAction] {
    guard phase == .running, !TemporaryNames.contains(name), !isBusy(name) else { return [] }
    if candidates[name] == nil {
      candidates.settle(name, now: now)
      discoveries.events += 1
    }
    return []
  }

  /// The scan that was asked for is over.
  ///
  /// - Parameters:
  ///   - failure: Why the folder could not be listed, or `nil` when it was.
  ///   - now: The time.
  /// - Returns: What to do.
  package mutating func scanFinished(failure: String?, at now: Duration) -> [SpoolAction] {
    scanSteps += 1
    guard case .running(let again) = scan else { return [] }
    scan = .idle
    rescanAt = limits.once ? nil : now + (isWatching ? limits.rescanInterval : limits.pollInterval)
    if let failure {
      candidates.postponeSettling(until: now + limits.pollInterval)
      return pauseIntake(.folders(failure), at: now)
    }
    candidates.endScan()
    hasScanned = true
    return (again ? requestScan() : []) + startJobs() + exitIfStopped()
  }

  /// The inbox is watched through the kernel.
  package mutating func watchEstablished(at now: Duration) -> [SpoolAction] {
    isWatching = true
    rescanAt = now + limits.rescanInterval
    reported = reported.filter { if case .polling = $0 { false } else { true } }
    return [.report(.watching)]
  }

  /// The inbox cannot be watched, so it is scanned in short intervals.
  package mutating func watchUnavailable(why: String, at now: Duration) -> [SpoolAction] {
    isWatching = false
    rescanAt = now + limits.pollInterval
    return reportOnce(.polling(why: why))
  }

  /// The kernel dropped events.
  package mutating func overflowed() -> [SpoolAction] {
    [.report(.overflowed)] + requestScan()
  }

  /// The watch ended because the inbox was removed, renamed or unmounted.
  package mutating func watchLost(why: String, at now: Duration) -> [SpoolAction] {
    guard phase == .running, isWatching else { return [] }
    isWatching = false
    return [.report(.watchLost(why: why)), .checkFolders]
  }

  /// The folders were looked at.
  ///
  /// - Parameters:
  ///   - check: What was found.
  ///   - now: The time.
  /// - Returns: What to do.
  package mutating func foldersChecked(_ check: FolderCheck, at now: Duration) -> [SpoolAction] {
    switch check {
    case .unavailable(let why):
      return pauseIntake(.folders(why), at: now)
    case .unchanged:
      let watch = isWatching ? [] : watchAndScan()
      return watch + retryBlocked()
    case .reopened:
      isWatching = false
      return [.recoverClaims] + watchAndScan() + retryBlocked()
    }
  }

  /// Asks for a watch, and for a scan that finds what came before it.
  private mutating func watchAndScan() -> [SpoolAction] {
    guard phase == .running, !limits.once, !limits.polls else { return requestScan() }
    return [.watch] + requestScan()
  }

  private func isBusy(_ name: FileName) -> Bool {
    jobs[name] != nil || waitingClaims.contains { $0.claim.name == name }
  }
}
