import Dispatch
import Extraction
import Logging
import SystemPackage

/// Inputs whose very bytes have a record: they get none of their own.
extension SpoolService {
  /// Whether a record is written, now that it could be.
  func decide(_ claim: Claim, _ document: ProcessedDocument) -> ContentGate.Decision {
    // The records of a container are those of its pages, which are there by now.
    guard configuration.deduplicates, document.contents == nil, document.status != .failed,
      !document.sha256.isEmpty
    else {
      return .write
    }
    return contentGate.decide(
      claim, sha256: document.sha256, replaces: configuration.existing == .replace)
  }

  /// Decides anew on those that waited for a record.
  func releaseWaiting(for claim: Claim, _ document: ProcessedDocument, isWritten: Bool) {
    let claims = contentGate.finish(claim, sha256: document.sha256, isWritten: isWritten)
    // One that was put back at a second signal has no record any more.
    for other in claims where documents[other.name]?.document != nil {
      perform(startPublishing(other))
    }
  }

  /// Lets an input leave for which there is a record already.
  func drop(_ claim: Claim) -> [SpoolAction] {
    documents[claim.name]?.isDuplicate = true
    duplicateCount += 1
    return machine.published(claim.name, .done, at: now)
  }

  /// Reads which contents the outbox holds, once for each outbox, before an inbox is listed.
  ///
  /// Called on the queue of listings.
  func readContents(of outbox: any Directory) {
    do throws(Errno) {
      let contents = try ContentIndex(reading: outbox)
      queue.async { @Sendable in
        // What was written in the meantime is in the listing or is written once more: no harm either way.
        self.contentGate.set(contents)
      }
    } catch {
      queue.async { @Sendable in
        self.logger.limited(
          .error, "cannot list the outbox: what it holds does not count as a duplicate",
          ["why": "\(error)"])
      }
    }
  }
}
