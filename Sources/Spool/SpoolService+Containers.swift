import Dispatch
import Extraction
import Logging
import SystemPackage

extension SpoolService {
  /// How far the containers in work are, for whoever asks on ``queue``.
  package var containerProgress: [ContainerProgress] {
    dispatchPrecondition(condition: .onQueue(queue))
    return documents.values.compactMap(\.progress).filter { $0.bytesRead > 0 }
      .sorted { $0.name < $1.name }
  }

  /// Has a worker make the record of a claim, or those of its pages.
  func startExtracting(_ claim: Claim) -> [SpoolAction] {
    let (folders, fileSystem, configuration) = (folders, fileSystem, configuration)
    let gate = containerGate
    let passed = documents[claim.name]?.progress?.passed ?? 0
    let outbox = OutboxWriter(
      outbox: folders.outbox, inspector: RecordInspector(), existing: configuration.existing)
    return start(claim) { worker, folder in
      let size = (try? folder.status(of: claim.name).stamp.size) ?? 0
      let run = ContainerRun(
        claim, passed: passed, outbox: outbox,
        level: configuration.workerSettings.compressionLevel, gate: gate,
        isInPlace: { folders.areInPlace(configuration, in: fileSystem) },
        tell: { event in
          self.queue.async { @Sendable in self.note(event, of: claim.name, size: Int(size)) }
        })
      return worker.extract(claim, in: folder, into: run)
    }
  }

  /// Renames the file of a claim into the folder of an earlier attempt.
  func forgive(_ claim: Claim, to attempt: Int) -> [SpoolAction] {
    // Where it cannot be moved, the next attempt counts one more than it should, and there are some.
    if ClaimStore(folders: folders).release(claim, to: attempt) == .done {
      machine.forgiven(claim.name, to: attempt)
    }
    return []
  }

  /// Takes note of what happened to a container or a page of it.
  private func note(_ event: ContainerEvent, of name: FileName, size: Int) {
    var progress =
      documents[name]?.progress ?? ContainerProgress(name: name, byteCount: size)
    progress.note(event)
    let isDue = progress.isDue(at: now)
    documents[name]?.progress = progress
    if isDue { tell(progress) }
    metrics.beat(at: WallClock.now())
    guard case .published(let page, let failure, let byteCount) = event else {
      return machine.readOn()
    }
    if let failure {
      logger.warning(
        "page failed",
        metadata: [
          "name": "\(name.escaped)", "page": .stringConvertible(page.ordinal),
          "reason": "\(failure.rawValue)",
        ])
    }
    perform(machine.pagePublished(name, isFailure: failure != nil))
    perform(countPublished(byteCount))
  }

  private func tell(_ progress: ContainerProgress) {
    logger.info(
      "container",
      metadata: [
        "name": "\(progress.name.escaped)", "percent": .stringConvertible(progress.percent),
        "pages": .stringConvertible(progress.passed),
        "pages_failed": .stringConvertible(progress.failed),
        "resumed": .stringConvertible(progress.resumed),
      ])
  }
}
