package import SystemPackage

/// The open folders of a spool.
///
/// The files in them are all the state there is.
package final class SpoolFolders: Sendable {
  /// Where documents are dropped.
  package let inbox: any Directory
  /// Where claims are, in a folder for each number of attempts.
  package let work: any Directory
  /// Where done inputs go.
  package let done: any Directory
  /// Where failed inputs go, each with a note beside it.
  package let failed: any Directory
  /// Where records go.
  package let outbox: any Directory
  private let inboxLocation: FolderLocation
  private let outboxLocation: FolderLocation

  /// Opens the folders and takes the lock of the inbox.
  ///
  /// - Parameters:
  ///   - configuration: Names the folders.
  ///   - fileSystem: Where they are.
  ///   - previous: The folders that were open before. One that was a mount point has to be one again.
  /// - Throws: `SpoolError` when a folder is missing, is given twice, may not be used or is served by another process.
  package init(
    _ configuration: SpoolConfiguration, in fileSystem: any FileSystem,
    after previous: SpoolFolders? = nil
  ) throws(SpoolError) {
    let opening = FolderOpening(fileSystem: fileSystem)
    inboxLocation = try opening.location(
      of: configuration.inbox, called: "inbox", before: previous?.inboxLocation)
    outboxLocation = try opening.location(
      of: configuration.outbox, called: "outbox", before: previous?.outboxLocation)
    if let previous, previous.inboxLocation == inboxLocation {
      inbox = previous.inbox
    } else {
      inbox = try opening.open(configuration.inbox, called: "inbox")
      try opening.lock(inbox, at: configuration.inbox)
    }
    outbox = try opening.open(configuration.outbox, called: "outbox")
    work = try opening.openOrCreate(Self.workName, in: inbox, of: configuration.inbox)
    done = try opening.open(
      configuration.done, or: Self.doneName, in: inbox, of: configuration.inbox)
    failed = try opening.open(
      configuration.failed, or: Self.failedName, in: inbox, of: configuration.inbox)
    let retired = [("done", done), ("failed", failed), (".work", work)]
    try opening.requireApart([("inbox", inbox), ("outbox", outbox)] + retired)
    try opening.require(outboxAt: configuration.outbox, outside: retired)
    try opening.tryWriting(to: outbox, at: configuration.outbox)
  }

  /// Whether the paths of inbox and outbox lead to these folders.
  package func areInPlace(
    _ configuration: SpoolConfiguration, in fileSystem: any FileSystem
  ) -> Bool {
    (try? fileSystem.location(of: configuration.inbox)) == inboxLocation
      && (try? fileSystem.location(of: configuration.outbox)) == outboxLocation
  }

  /// The folder of the claims of that attempt.
  package func claims(ofAttempt attempt: Int) throws(Errno) -> any Directory {
    try work.openOrCreateDirectory(FileName("\(attempt)"))
  }

  private static let workName = FileName(".work")
  private static let doneName = FileName("done")
  private static let failedName = FileName("failed")
}
