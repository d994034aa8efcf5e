import Extraction
import RecordEncoding
import SystemPackage

/// Moves inputs whose records are in the outbox to where they stay.
struct InputRetirement: Sendable {
  let folders: SpoolFolders
  let retirement: SpoolConfiguration.Retirement
  /// The number of the last attempt at a document.
  var lastAttempt = SpoolLimits().lastAttempt

  /// How the way of an input ended, and the stamp of one that stays in the inbox.
  typealias Outcome = (result: StepResult, kept: FileStamp?)

  /// Moves the input of a claim to where documents of that status go, and synchronizes the folders.
  ///
  /// - Returns: How it went, and for an input that stays in the inbox its stamp there.
  func retire(_ claim: Claim, _ document: ProcessedDocument) -> Outcome {
    retire([(claim, document)])[0]
  }

  /// Moves the inputs of claims, and synchronizes each folder once for all of them.
  func retire(_ inputs: [(claim: Claim, document: ProcessedDocument)]) -> [Outcome] {
    var changed = ChangedFolders()
    let outcomes = inputs.map { input in move(input.claim, input.document, &changed) }
    // The inbox comes last: what was claimed meanwhile is to be in the folder of its claim before it is out of there.
    if let first = try? folders.claims(ofAttempt: 1) { changed.insert(source: first) }
    changed.insert(source: folders.inbox)
    let synchronization = StepResult { () throws(Errno) in try changed.synchronize() }
    guard synchronization != .done else { return outcomes }
    return outcomes.map { outcome in
      let hasLeft = outcome.result == .done || outcome.result == .gone
      return (hasLeft ? synchronization : outcome.result, outcome.kept)
    }
  }

  /// Moves the input of a claim and tells which folders that changed.
  private func move(
    _ claim: Claim, _ document: ProcessedDocument, _ changed: inout ChangedFolders
  ) -> Outcome {
    var kept: FileStamp?
    let result = StepResult { () throws(Errno) in
      let source = try folders.claims(ofAttempt: claim.attempt)
      // Whatever comes of the move: at a second try the input is gone from here, and its new name may not be on stable
      // storage yet.
      changed.insert(source: source)
      if document.status == .failed {
        changed.insert(target: folders.failed)
        try fail(claim, document, from: source)
      } else {
        if retirement != .delete { changed.insert(target: folders.done) }
        kept = try finish(claim, from: source)
      }
    }
    return (result, kept)
  }

  private func finish(_ claim: Claim, from source: any Directory) throws(Errno) -> FileStamp? {
    switch retirement {
    case .delete:
      try source.remove(claim.name)
    case .move:
      try move(claim.name, from: source, to: folders.done)
    case .keep:
      do throws(Errno) {
        try source.rename(claim.name, to: folders.inbox, as: claim.name, replacing: false)
        return try folders.inbox.status(of: claim.name).stamp
      } catch .fileExists {
        // Another document of that name came in the meantime, so this one cannot stay.
        try move(claim.name, from: source, to: folders.done)
      }
    }
    return nil
  }

  /// Moves a file to the first free name of a folder.
  private func move(
    _ name: FileName, from source: any Directory, to target: any Directory
  ) throws(Errno) {
    var number = 1
    while true {
      let candidate = number == 1 ? name : name.numbered(number)
      do throws(Errno) {
        return try source.rename(name, to: target, as: candidate, replacing: false)
      } catch .fileExists where number < Self.maximumNumber {
        number += 1
      }
    }
  }

  /// Writes the note first and moves the input then, so that no failed input is without its reason.
  ///
  /// Nothing is replaced: what has the name of a note may be an input that failed before.
  private func fail(
    _ claim: Claim, _ document: ProcessedDocument, from source: any Directory
  ) throws(Errno) {
    _ = try source.status(of: claim.name)
    let name = try freeName(for: claim, document)
    let noteName = OutputName.note(for: name)
    let isNoted = try !folders.failed.isFree(noteName)
    if !isNoted { try writeNote(of: claim, document, as: noteName) }
    do throws(Errno) {
      // Only what is on stable storage is sure to be there before the input is.
      try folders.failed.synchronize()
      try source.rename(claim.name, to: folders.failed, as: name, replacing: false)
    } catch {
      if !isNoted { try? folders.failed.remove(noteName) }
      throw error
    }
  }

  private func writeNote(
    of claim: Claim, _ document: ProcessedDocument, as name: FileName
  ) throws(Errno) {
    let note = FailureNote(
      claim: claim, document: document, lastAttempt: lastAttempt, time: WallClock.now())
    let temporary = try TemporaryFile.write(note.json, in: folders.failed)
    do throws(Errno) {
      try folders.failed.rename(temporary, to: folders.failed, as: name, replacing: false)
    } catch {
      try? folders.failed.remove(temporary)
      throw error
    }
  }

  /// The first name in the folder of the failed ones that is free, and whose note is free or this document's.
  private func freeName(
    for claim: Claim, _ document: ProcessedDocument
  ) throws(Errno) -> FileName {
    for number in 1..<Self.maximumNumber {
      let candidate = number == 1 ? claim.name : claim.name.numbered(number)
      guard try folders.failed.isFree(candidate) else { continue }
      let note = OutputName.note(for: candidate)
      if try folders.failed.isFree(note) || isNote(note, of: document) { return candidate }
    }
    throw .fileExists
  }

  /// Whether a note is this document's, left by a process that ended before the input could follow.
  private func isNote(_ name: FileName, of document: ProcessedDocument) -> Bool {
    guard !document.sha256.isEmpty,
      let content = try? folders.failed.contents(of: name, limit: Self.maximumNoteLength)
    else { return false }
    let text = String(decoding: content, as: UTF8.self)
    return text.hasPrefix(FailureNote.beginning)
      && text.contains("\"sha256\":\"\(document.sha256)\"")
  }

  // Bytes of a note: a name of at most 3 × 255 bytes when escaped, and some sentences.
  private static let maximumNoteLength = 16_384
  // Documents of one name in a folder. Whoever has more is better served by `--delete`.
  private static let maximumNumber = 100_000
}
