import Dispatch
import Extraction
import Logging
import SystemPackage

extension SpoolService {
  func take(_ claim: Claim, from attempt: Int?) -> [SpoolAction] {
    if let wait = machine.wait(of: claim.name, at: now) { metrics.observe(.wait, wait) }
    let result = ClaimStore(folders: folders).take(claim, from: attempt)
    if result == .done { documents[claim.name] = DocumentInWork(since: now) }
    return machine.claimed(claim.name, result, at: now)
  }

  /// Has a worker make the record of a claim.
  func start(
    _ claim: Claim,
    _ work: @escaping @Sendable (any ExtractionWorker, any Directory) -> WorkProduct
  ) -> [SpoolAction] {
    guard let lane = idleLanes.popLast() else {
      preconditionFailure("more documents in work than workers")
    }
    busyLanes += 1
    let folders = folders
    let begun = now
    lane.queue.async { @Sendable in
      let product: WorkProduct
      do throws(Errno) {
        product = work(lane.worker, try folders.claims(ofAttempt: claim.attempt))
      } catch {
        product = .none(.exhausted("\(error)"))
      }
      self.queue.async { @Sendable in
        self.takeBack(lane)
        self.observe(.extract, since: begun)
        self.metrics.note(product.outcome)
        if case .document(let document) = product {
          self.documents[claim.name]?.document = document
        }
        self.perform(
          self.machine.extracted(
            claim.name, product.outcome, byteCount: product.byteCount, at: self.now))
      }
      // What takes the place of a worker that ended gets ready before the next document comes.
      lane.worker.prepare()
    }
    return []
  }

  func startPublishing(_ claim: Claim) -> [SpoolAction] {
    guard let document = documents[claim.name]?.document else {
      preconditionFailure("only what has a record is published")
    }
    switch decide(claim, document) {
    case .write: break
    case .wait: return []
    case .drop: return drop(claim)
    }
    startWriting(claim, document)
    return []
  }

  func release(_ claim: Claim, to attempt: Int?) -> [SpoolAction] {
    documents[claim.name] = nil
    let result = ClaimStore(folders: folders).release(claim, to: attempt)
    return machine.released(claim.name, result, at: now)
  }

  /// Writes the one line of a document.
  func logEnd(of claim: Claim) {
    guard let work = documents.removeValue(forKey: claim.name), let document = work.document
    else { return }
    let (seconds, attoseconds) = (now - work.since).components
    let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
    var fields: Logger.Metadata = [
      "id": "\(document.id)", "status": "\(document.status.rawValue)",
      "name": "\(claim.name.escaped)", "bytes": .stringConvertible(document.byteCount),
      "out": .stringConvertible(document.frame.count), "ms": .stringConvertible(Int(milliseconds)),
    ]
    if let reason = document.reason { fields["reason"] = "\(reason.rawValue)" }
    if claim.attempt > 1 { fields["attempt"] = .stringConvertible(claim.attempt) }
    if let contents = document.contents {
      fields["pages"] = .stringConvertible(contents.pages)
      fields["other"] = .stringConvertible(contents.otherRecords + contents.otherContent)
      fields["pages_failed"] = .stringConvertible(work.progress?.failed ?? 0)
      fields["resumed"] = .stringConvertible(work.progress?.resumed ?? 0)
    }
    if let record = work.keptRecord { fields["record"] = "\(record.escaped)" }
    if work.isDuplicate { fields["sha256"] = "\(document.sha256)" }
    if work.keptRecord != nil || work.isDuplicate { fields["out"] = .stringConvertible(0) }
    let message: Logger.Message =
      document.status == .failed
      ? "failed"
      : work.isDuplicate ? "duplicate" : work.keptRecord == nil ? "document" : "not written"
    logger.log(level: document.status == .failed ? .warning : .info, message, metadata: fields)
  }
}
