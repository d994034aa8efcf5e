import Dispatch
import Extraction
import Logging
import SystemPackage

/// Inputs whose very bytes have a record: they get none of their own.
extension SpoolService {
  /// What is to be done about a record that could be written.
  enum DuplicateCheck {
    /// It is written.
    case unique
    /// It is written unless the record of the same content, which is being written, makes it a duplicate.
    case waiting
    /// There is one on stable storage.
    case duplicate
  }

  /// Looks for a record of the same content, and takes note of this one.
  func checkForDuplicate(_ claim: Claim, _ document: ProcessedDocument) -> DuplicateCheck {
    guard configuration.deduplicates, document.status != .failed, !document.sha256.isEmpty else {
      return .unique
    }
    if publishing[document.sha256] != nil {
      publishing[document.sha256]?.append(claim)
      return .waiting
    }
    if contents?.holds(document.sha256, apartFrom: OutputName.record(for: claim.name)) ?? false {
      return .duplicate
    }
    publishing[document.sha256] = []
    return .unique
  }

  /// A record was written, or not: those of the same content are looked at again.
  func finishPublishing(_ claim: Claim, _ document: ProcessedDocument, isWritten: Bool) {
    guard let waiting = publishing.removeValue(forKey: document.sha256) else { return }
    if isWritten, configuration.deduplicates {
      contents?.insert(document.sha256, name: OutputName.record(for: claim.name))
    }
    for other in waiting where documents[other.name]?.document != nil {
      perform(startPublishing(other))
    }
  }

  /// Lets an input leave for which there is a record already.
  func publishDuplicate(_ claim: Claim) -> [SpoolAction] {
    documents[claim.name]?.isDuplicate = true
    duplicateCount += 1
    return machine.published(claim.name, .done, at: now)
  }

  /// Reads which contents the outbox holds, once for each outbox, before an inbox is listed.
  ///
  /// Called on the queue of listings.
  func readContents(of outbox: any Directory) {
    let index: ContentIndex
    do throws(Errno) {
      index = try ContentIndex(reading: outbox)
    } catch {
      queue.async { @Sendable in
        self.logger.limited(
          .error, "cannot list the outbox: what it holds does not count as a duplicate",
          ["why": "\(error)"])
      }
      return
    }
    queue.async { @Sendable in
      // What was written in the meantime is in the listing or is written once more: no harm either way.
      self.contents = index
    }
  }
}
