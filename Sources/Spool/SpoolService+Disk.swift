import Dispatch
import SystemPackage

/// What waits for the disk: records are written in batches by a few queues, then get their names in batches, and in
/// batches the inputs leave. A worker waits for none of it.
extension SpoolService {
  // For how long a record waits for others while documents are in work: less than anybody notices, and what two workers
  // take for some ten pages. Each batch costs four synchronizations of folders, whatever its size.
  static let gatheringTime = Duration.milliseconds(20)

  /// Has a record written to the outbox.
  func startWriting(_ claim: Claim, _ document: ProcessedDocument) {
    let begun = now
    guard !document.frame.isEmpty else {
      // The pages of a container are written, and a whole one needs no record of its own.
      queue.async { @Sendable in self.finishWriting([(claim, document, .written, begun)]) }
      return
    }
    unwrittenRecords.add(
      UnwrittenRecord(claim: claim, document: document, begun: begun), at: begun)
  }

  func startRetiring(_ claim: Claim) -> [SpoolAction] {
    guard let document = documents[claim.name]?.document else {
      preconditionFailure("only what has a record is retired")
    }
    retiringClaims.add((claim, document, folders, now), at: now)
    return []
  }

  /// Begins what is due of that which is done together.
  func startBatches() {
    dispatchPrecondition(condition: .onQueue(queue))
    while let batch = unwrittenRecords.begin(at: now, moreCome: busyLanes > 0) { write(batch) }
    if let batch = stagedRecords.begin(at: now, moreCome: false) { name(batch) }
    if let batch = retiringClaims.begin(at: now, moreCome: false) { retire(batch) }
    guard let due = unwrittenRecords.due, !hasBatchTimer else { return }
    hasBatchTimer = true
    let delay = DispatchTimeInterval.nanoseconds(max(.zero, due - now).wholeNanoseconds)
    queue.asyncAfter(deadline: .now() + delay) { @Sendable in
      self.hasBatchTimer = false
      self.startBatches()
    }
  }

  /// Writes records under temporary names.
  private func write(_ batch: [UnwrittenRecord]) {
    guard let writeQueue = idleWriteQueues.popLast() else {
      preconditionFailure("more batches than queues")
    }
    let stager = RecordStager(
      folders: folders, fileSystem: fileSystem, configuration: configuration, area: stagingArea)
    writeQueue.async { @Sendable in
      let stagings = stager.stage(batch)
      self.queue.async { @Sendable in
        self.idleWriteQueues.append(writeQueue)
        self.unwrittenRecords.end()
        var unwritten: [Written] = []
        for (entry, staging) in zip(batch, stagings) {
          switch staging {
          case .staged(let record):
            self.stagedRecords.add((entry.claim, record, entry.begun), at: self.now)
          case .failed(let publication):
            unwritten.append((entry.claim, entry.document, publication, entry.begun))
          }
        }
        self.finishWriting(unwritten)
      }
    }
  }

  /// Gives the records that were written their names.
  private func name(_ batch: [(claim: Claim, record: StagedRecord, begun: Duration)]) {
    let stager = RecordStager(
      folders: folders, fileSystem: fileSystem, configuration: configuration, area: stagingArea)
    outboxQueue.async { @Sendable in
      let publications = stager.publish(batch.map(\.record))
      self.queue.async { @Sendable in
        self.stagedRecords.end()
        self.finishWriting(
          zip(batch, publications).map { entry, publication in
            (entry.claim, entry.record.document, publication, entry.begun)
          })
      }
    }
  }

  /// Moves the inputs whose records have their names.
  private func retire(_ batch: [RetiringClaim]) {
    let retirement = InputRetirement(
      folders: folders, retirement: configuration.retirement,
      lastAttempt: configuration.limits.lastAttempt)
    retireQueue.async { @Sendable in
      // Records of the others are in an outbox that has another beside it by now.
      let present = batch.filter { $0.folders === retirement.folders }
      var retired = retirement.retire(present.map { ($0.claim, $0.document) })[...]
      let outcomes = batch.map { entry in
        entry.folders === retirement.folders
          ? retired.removeFirst() : (result: RecordStager.foldersGone.result, kept: nil)
      }
      self.queue.async { @Sendable in
        self.retiringClaims.end()
        self.finishRetiring(batch, outcomes)
      }
    }
  }

  typealias Written = (
    claim: Claim, document: ProcessedDocument, publication: Publication, begun: Duration
  )
  typealias RetiringClaim = (
    claim: Claim, document: ProcessedDocument, folders: SpoolFolders, begun: Duration
  )

  /// All of them are told before anything is done, so that their inputs leave together.
  private func finishWriting(_ batch: [Written]) {
    var actions: [SpoolAction] = []
    for entry in batch {
      observe(.write, since: entry.begun)
      if case .skipped(let name) = entry.publication {
        documents[entry.claim.name]?.keptRecord = name
      }
      actions += machine.published(entry.claim.name, entry.publication.result, at: now)
    }
    perform(actions)
    for entry in batch {
      let isWritten = entry.publication == .written
      releaseWaiting(for: entry.claim, entry.document, isWritten: isWritten)
      if isWritten { perform(countPublished(entry.document.frame.count)) }
    }
  }

  private func finishRetiring(_ batch: [RetiringClaim], _ outcomes: [InputRetirement.Outcome]) {
    var actions: [SpoolAction] = []
    for (entry, outcome) in zip(batch, outcomes) {
      observe(.retire, since: entry.begun)
      if outcome.result == .done || outcome.result == .gone {
        countEnd(of: entry.claim)
        logEnd(of: entry.claim)
      }
      actions += machine.retired(entry.claim.name, outcome.result, kept: outcome.kept, at: now)
    }
    perform(actions)
  }
}
