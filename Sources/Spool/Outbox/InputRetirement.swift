import Extraction
import RecordEncoding
import SystemPackage

/// Moves inputs whose records are in the outbox to where they stay.
struct InputRetirement: Sendable {
  let folders: SpoolFolders
  let retirement: SpoolConfiguration.Retirement
  /// The number of the last attempt at a document.
  var lastAttempt = SpoolLimits().lastAttempt

  /// Moves the input of a claim to where documents of that status go, and synchronizes the folders.
  ///
  /// - Returns: How it went, and for an input that stays in the inbox its stamp there.
  func retire(_ claim: Claim, _ document: ProcessedDocument) -> (StepResult, FileStamp?) {
    var kept: FileStamp?
    let result = StepResult { () throws(Errno) in
      let source = try folders.claims(ofAttempt: claim.attempt)
      if document.status == .failed {
        try fail(claim, document, from: source)
      } else {
        kept = try finish(claim, from: source)
      }
      try source.synchronize()
      try folders.inbox.synchronize()
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
        try source.rename(name, to: target, as: candidate, replacing: false)
        return try target.synchronize()
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
    let name = try freeName(for: claim.name, in: folders.failed)
    let note = FailureNote(
      claim: claim, document: document, lastAttempt: lastAttempt, time: WallClock.now())
    let temporary = try TemporaryFile.write(note.json, in: folders.failed)
    var present = temporary
    do throws(Errno) {
      let noteName = OutputName.note(for: name)
      try folders.failed.rename(temporary, to: folders.failed, as: noteName, replacing: false)
      present = noteName
      try source.rename(claim.name, to: folders.failed, as: name, replacing: false)
    } catch {
      try? folders.failed.remove(present)
      throw error
    }
    try folders.failed.synchronize()
  }

  /// The first name of a folder that is free together with that of its note.
  private func freeName(
    for name: FileName, in folder: any Directory
  ) throws(Errno) -> FileName {
    for number in 1..<Self.maximumNumber {
      let candidate = number == 1 ? name : name.numbered(number)
      if try isFree(candidate, in: folder), try isFree(OutputName.note(for: candidate), in: folder)
      {
        return candidate
      }
    }
    throw .fileExists
  }

  private func isFree(_ name: FileName, in folder: any Directory) throws(Errno) -> Bool {
    do throws(Errno) {
      _ = try folder.status(of: name)
      return false
    } catch .noSuchFileOrDirectory {
      return true
    }
  }

  // Documents of one name in a folder. Whoever has more is better served by `--delete`.
  private static let maximumNumber = 100_000
}
