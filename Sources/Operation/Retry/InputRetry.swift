package import Spool
package import SystemPackage

/// Moves failed inputs back into the inbox, so that they are in one place at each moment, beside a running
/// daemon too.
///
/// The note goes aside before its input does: a daemon that takes the input at once, and fails it again before
/// this gets any further, writes a note of its own and must not lose that one. What a process leaves that is
/// killed in between is put right by the next.
package struct InputRetry: Sendable {
  private let failed: any Directory
  private let inbox: any Directory
  private let aside: any Directory
  private let markerSuffix: String?

  /// The hidden folder, in that of the failed ones, for notes of inputs that are about to leave.
  package static let asideName = FileName(".retry")

  /// Retries from `failed` to `inbox`, after putting right what another one left.
  ///
  /// - Parameters:
  ///   - failed: The folder of the failed inputs.
  ///   - inbox: The inbox.
  ///   - markerSuffix: The ending of the empty file that tells a daemon that the input is whole, or `nil`.
  /// - Throws: The error of a folder.
  package init(
    from failed: any Directory, to inbox: any Directory, markerSuffix: String? = nil
  ) throws(Errno) {
    self.failed = failed
    self.inbox = inbox
    self.markerSuffix = markerSuffix
    aside = try failed.openOrCreateDirectory(Self.asideName)
    try recover()
  }

  /// Moves an input.
  package func retry(_ input: FailedInput) -> RetryOutcome {
    do throws(Errno) {
      guard try inbox.isFree(input.name) else { return .nameTaken }
      if let note = input.note {
        try failed.rename(note, to: aside, as: note, replacing: true)
        // Without this the note could be in neither folder after a loss of power.
        try aside.synchronize()
      }
      do throws(Errno) {
        try failed.rename(input.name, to: inbox, as: input.name, replacing: false)
      } catch {
        putBack(input.note)
        throw error
      }
      try inbox.synchronize()
      try failed.synchronize()
      try mark(input.name)
      if let note = input.note { try? aside.remove(note) }
      return .moved
    } catch .fileExists {
      return .nameTaken
    } catch .noSuchFileOrDirectory {
      return .gone
    } catch {
      return .refused("\(error)")
    }
  }

  private func mark(_ name: FileName) throws(Errno) {
    guard let markerSuffix else { return }
    let marker = FileName(bytes: name.bytes + Array(markerSuffix.utf8))
    do throws(Errno) {
      try inbox.createFile(marker).close()
    } catch .fileExists {}
  }

  /// Puts a note back beside its input.
  private func putBack(_ note: FileName?) {
    guard let note else { return }
    do throws(Errno) {
      try aside.rename(note, to: failed, as: note, replacing: false)
    } catch {
      // The input has another note by now.
      if error == .fileExists { try? aside.remove(note) }
    }
  }

  /// Puts notes back whose input is still there, and removes the others.
  private func recover() throws(Errno) {
    var left: Set<FileName> = []
    try aside.forEachName { left.insert($0) }
    guard !left.isEmpty else { return }
    var owners: Set<FileName> = []
    try failed.forEachName { owners.insert(OutputName.note(for: $0)) }
    for note in left {
      if owners.contains(note) { putBack(note) } else { try aside.remove(note) }
    }
    try failed.synchronize()
  }
}
