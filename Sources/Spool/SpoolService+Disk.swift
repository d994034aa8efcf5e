import Dispatch
import SystemPackage

/// What waits for the disk: records are written beside each other, then get their names in batches, and in
/// batches the inputs leave. A worker waits for none of it.
extension SpoolService {
  /// Writes a record to the outbox under a temporary name.
  func startWriting(_ claim: Claim, _ document: ProcessedDocument) {
    let (folders, fileSystem, configuration) = (folders, fileSystem, configuration)
    let begun = now
    guard !document.frame.isEmpty else {
      // The pages of a container are written, and a whole one needs no record of its own.
      queue.async { @Sendable in self.finishWriting(claim, document, .written, since: begun) }
      return
    }
    lastWriteQueue = (lastWriteQueue + 1) % writeQueues.count
    writeQueues[lastWriteQueue].async { @Sendable in
      let staged: Result<StagedRecord, Errno>?
      if folders.areInPlace(configuration, in: fileSystem) {
        staged = Result { () throws(Errno) in
          try OutboxWriter(
            outbox: folders.outbox, inspector: RecordInspector(), existing: configuration.existing
          ).stage(document, of: claim.name)
        }
      } else {
        staged = nil
      }
      self.queue.async { @Sendable in
        switch staged {
        case .success(let record): self.startNaming(claim, record, since: begun)
        case .failure(let error):
          self.finishWriting(claim, document, .blocked(.outbox("\(error)")), since: begun)
        case nil:
          self.finishWriting(claim, document, Self.foldersGone, since: begun)
        }
      }
    }
  }

  private func startNaming(_ claim: Claim, _ record: StagedRecord, since begun: Duration) {
    guard stagedRecords.add((claim, record, begun)) else { return }
    queue.async { @Sendable in self.nameRecords() }
  }

  /// Gives the records that were written their names, and has their inputs leave.
  private func nameRecords() {
    let batch = stagedRecords.take()
    let (folders, fileSystem, configuration) = (folders, fileSystem, configuration)
    outboxQueue.async { @Sendable in
      let records = batch.map(\.record)
      let isInPlace =
        folders.areInPlace(configuration, in: fileSystem)
        && records.allSatisfy { $0.outbox === folders.outbox }
      if !isInPlace { for record in records { OutboxWriter.discard(record) } }
      let publications =
        isInPlace
        ? OutboxWriter(
          outbox: folders.outbox, inspector: RecordInspector(), existing: configuration.existing
        ).publish(records)
        : records.map { _ in Self.foldersGone }
      self.queue.async { @Sendable in
        for (entry, publication) in zip(batch, publications) {
          self.finishWriting(
            entry.claim, entry.record.document, publication, since: entry.begun)
        }
        if self.stagedRecords.end() { self.nameRecords() }
      }
    }
  }

  func startRetiring(_ claim: Claim) -> [SpoolAction] {
    guard let document = documents[claim.name]?.document else {
      preconditionFailure("only what has a record is retired")
    }
    // After what is being done on this queue, so that all whose names were given together are there.
    if retiringClaims.add((claim, document, folders, now)) {
      queue.async { @Sendable in self.retireInputs() }
    }
    return []
  }

  /// Moves the inputs whose records have their names.
  private func retireInputs() {
    let batch = retiringClaims.take()
    let retirement = InputRetirement(
      folders: folders, retirement: configuration.retirement,
      lastAttempt: configuration.limits.lastAttempt)
    retireQueue.async { @Sendable in
      // Records of the others are in an outbox that has another beside it by now.
      let present = batch.filter { $0.folders === retirement.folders }
      var retired = retirement.retire(present.map { ($0.claim, $0.document) })[...]
      let outcomes = batch.map { entry in
        entry.folders === retirement.folders
          ? retired.removeFirst() : (result: Self.foldersGone.result, kept: nil)
      }
      self.queue.async { @Sendable in
        for (entry, outcome) in zip(batch, outcomes) {
          self.finishRetiring(entry.claim, outcome, since: entry.begun)
        }
        if self.retiringClaims.end() { self.retireInputs() }
      }
    }
  }

  private func finishWriting(
    _ claim: Claim, _ document: ProcessedDocument, _ publication: Publication,
    since begun: Duration
  ) {
    observe(.write, since: begun)
    let isWritten = publication == .written
    if case .skipped(let name) = publication {
      documents[claim.name]?.keptRecord = name
    }
    perform(machine.published(claim.name, publication.result, at: now))
    releaseWaiting(for: claim, document, isWritten: isWritten)
    if isWritten { perform(countPublished(document.frame.count)) }
  }

  private func finishRetiring(
    _ claim: Claim, _ outcome: InputRetirement.Outcome, since begun: Duration
  ) {
    observe(.retire, since: begun)
    if outcome.result == .done || outcome.result == .gone {
      countEnd(of: claim)
      logEnd(of: claim)
    }
    perform(machine.retired(claim.name, outcome.result, kept: outcome.kept, at: now))
  }

  private static let foldersGone = Publication.blocked(
    .folders("inbox or outbox is gone or another folder is in its place"))
}
