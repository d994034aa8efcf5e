import Dispatch
import SystemPackage

/// What waits for the disk: records are written in batches by a few queues, then get their names in batches, and in
/// batches the inputs leave. A worker waits for none of it.
extension SpoolService {
  /// For how long a record waits for others while documents are in work.
  ///
  /// It is less than anybody notices, and what two workers take for some ten pages. Each batch costs four
  /// synchronizations of folders, whatever its size.
  static let gatheringTime = Duration.milliseconds(20)
  /// The most records of a batch that is written.
  ///
  /// Each waits for the disk by itself, and the watchdog takes a batch for one step.
  static let mostWritten = 8
  /// The most records that get their names, or inputs that leave, by one synchronization of a folder.
  static let mostMoved = 64

  /// Has a record written to the outbox.
  func startWriting(_ claim: Claim, _ document: ProcessedDocument) {
    let task = DiskTask(claim: claim, content: document, begun: now)
    guard !document.frame.isEmpty else {
      // The pages of a container are written, and a whole one needs no record of its own.
      queue.async { @Sendable in self.finishWriting([task], [.written]) }
      return
    }
    unwrittenRecords.add(task, at: task.begun)
  }

  /// Has an input leave.
  func startRetiring(_ claim: Claim) -> [SpoolAction] {
    guard let document = documents[claim.name]?.document else {
      preconditionFailure("only what has a record is retired")
    }
    let input = RetiringInput(document: document, folders: folders)
    retiringInputs.add(DiskTask(claim: claim, content: input, begun: now), at: now)
    return []
  }

  /// Begins what is due of that which is done together.
  func startBatches() {
    dispatchPrecondition(condition: .onQueue(queue))
    while let batch = unwrittenRecords.begin(at: now, moreCome: busyLanes > 0) { write(batch) }
    if let batch = stagedRecords.begin(at: now, moreCome: false) { name(batch) }
    if let batch = retiringInputs.begin(at: now, moreCome: false) { retire(batch) }
    guard let due = unwrittenRecords.due, !hasBatchTimer else { return }
    hasBatchTimer = true
    let delay = DispatchTimeInterval.nanoseconds(max(.zero, due - now).wholeNanoseconds)
    queue.asyncAfter(deadline: .now() + delay) { @Sendable in
      self.hasBatchTimer = false
      self.startBatches()
    }
  }

  private var publisher: RecordPublisher {
    RecordPublisher(
      folders: folders, fileSystem: fileSystem, configuration: configuration, area: stagingArea)
  }

  /// Writes records under temporary names.
  private func write(_ batch: [DiskTask<ProcessedDocument>]) {
    guard let writeQueue = idleWriteQueues.popLast() else {
      preconditionFailure("more batches than queues")
    }
    let publisher = publisher
    writeQueue.async { @Sendable in
      let stagings = publisher.stage(batch)
      self.queue.async { @Sendable in
        self.idleWriteQueues.append(writeQueue)
        self.unwrittenRecords.end()
        self.finishStaging(batch, stagings)
      }
    }
  }

  private func finishStaging(
    _ batch: [DiskTask<ProcessedDocument>], _ stagings: [RecordPublisher.Staging]
  ) {
    dispatchPrecondition(condition: .onQueue(queue))
    var blocked: [(task: DiskTask<ProcessedDocument>, publication: Publication)] = []
    for (task, staging) in zip(batch, stagings) {
      switch staging {
      case .staged(let record):
        stagedRecords.add(
          DiskTask(claim: task.claim, content: record, begun: task.begun), at: now)
      case .blocked(let cause): blocked.append((task, .blocked(cause)))
      }
    }
    finishWriting(blocked.map(\.task), blocked.map(\.publication))
  }

  /// Gives the records that were written their names.
  private func name(_ batch: [DiskTask<StagedRecord>]) {
    let publisher = publisher
    outboxQueue.async { @Sendable in
      let publications = publisher.publish(batch.map(\.content))
      self.queue.async { @Sendable in
        self.stagedRecords.end()
        self.finishWriting(
          batch.map {
            DiskTask(claim: $0.claim, content: $0.content.document, begun: $0.begun)
          }, publications)
      }
    }
  }

  /// Moves the inputs whose records have their names.
  private func retire(_ batch: [DiskTask<RetiringInput>]) {
    let retirement = InputRetirement(
      folders: folders, retirement: configuration.retirement,
      lastAttempt: configuration.limits.lastAttempt)
    retireQueue.async { @Sendable in
      // Records of the others are in an outbox that has another beside it by now.
      let present = batch.filter { $0.content.folders === retirement.folders }
      var retired = retirement.retire(present.map { ($0.claim, $0.content.document) })[...]
      let outcomes = batch.map { task in
        task.content.folders === retirement.folders
          ? retired.removeFirst() : (result: .blocked(RecordPublisher.foldersGone), kept: nil)
      }
      self.queue.async { @Sendable in
        self.retiringInputs.end()
        self.finishRetiring(batch, outcomes)
      }
    }
  }

  /// All of them are told before anything is done, so that their inputs leave together.
  private func finishWriting(
    _ batch: [DiskTask<ProcessedDocument>], _ publications: [Publication]
  ) {
    dispatchPrecondition(condition: .onQueue(queue))
    var actions: [SpoolAction] = []
    for (task, publication) in zip(batch, publications) {
      observe(.write, since: task.begun)
      if case .skipped(let name) = publication { documents[task.claim.name]?.keptRecord = name }
      actions += machine.published(task.claim.name, publication.result, at: now)
    }
    perform(actions)
    for (task, publication) in zip(batch, publications) {
      let isWritten = publication == .written
      releaseWaiting(for: task.claim, task.content, isWritten: isWritten)
      if isWritten { perform(countPublished(task.content.frame.count)) }
    }
  }

  private func finishRetiring(
    _ batch: [DiskTask<RetiringInput>], _ outcomes: [InputRetirement.Outcome]
  ) {
    dispatchPrecondition(condition: .onQueue(queue))
    var actions: [SpoolAction] = []
    for (task, outcome) in zip(batch, outcomes) {
      observe(.retire, since: task.begun)
      if outcome.result == .done || outcome.result == .gone {
        countEnd(of: task.claim)
        logEnd(of: task.claim)
      }
      actions += machine.retired(task.claim.name, outcome.result, kept: outcome.kept, at: now)
    }
    perform(actions)
  }
}
