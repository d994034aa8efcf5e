import Glibc
package import SystemPackage

/// The folders of a spool as far as they are there, opened without making any or taking the lock.
package struct ExistingFolders: Sendable {
  /// Where documents are dropped.
  package let inbox: any Directory
  /// Where records go.
  package let outbox: any Directory
  /// Where done inputs are, if any.
  package let done: (any Directory)?
  /// Where failed inputs are, if any.
  package let failed: (any Directory)?
  /// The folders of claims by the number of their attempt, in order.
  package let claims: [(attempt: Int, folder: any Directory)]
  /// Folders in the inbox that belong to the spool.
  package let own: Set<FileIdentity>

  /// Opens what is there.
  ///
  /// - Throws: `SpoolError` when inbox or outbox cannot be used, or two folders are the same.
  package init(
    _ configuration: SpoolConfiguration, in fileSystem: any FileSystem
  ) throws(SpoolError) {
    let opening = FolderOpening(fileSystem: fileSystem)
    inbox = try opening.open(configuration.inbox, called: "inbox")
    outbox = try opening.open(configuration.outbox, called: "outbox")
    done = try Self.folder(configuration.done, or: "done", of: configuration, opening)
    failed = try Self.folder(configuration.failed, or: "failed", of: configuration, opening)
    let work = try Self.folder(nil, or: ".work", of: configuration, opening)
    let retired = [("done", done), ("failed", failed), (".work", work)]
      .compactMap { title, folder in folder.map { (title, $0) } }
    try opening.requireApart([("inbox", inbox), ("outbox", outbox)] + retired)
    claims = Self.claims(in: work, at: configuration.inbox.appending(".work"), fileSystem)
    own = Set(retired.map { $0.1.identity } + [outbox.identity])
  }

  /// The census of these folders.
  ///
  /// - Throws: The error of a listing.
  package func census(at time: Int64) throws(Errno) -> QueueCensus {
    var census = QueueCensus(time: time)
    try census.countInbox(inbox, without: own)
    for (_, folder) in claims { try census.count(.work, in: folder) }
    if let done { try census.count(.done, in: done) }
    if let failed { try census.count(.failed, in: failed) }
    try census.count(.outbox, in: outbox)
    return census
  }

  /// The folder at the chosen path, which must exist, or the one of that name in the inbox if it is there.
  private static func folder(
    _ chosen: FilePath?, or name: String, of configuration: SpoolConfiguration,
    _ opening: FolderOpening
  ) throws(SpoolError) -> (any Directory)? {
    if let chosen { return try opening.open(chosen, called: name) }
    let path = configuration.inbox.appending(name)
    do throws(Errno) {
      return try opening.fileSystem.openDirectory(at: path)
    } catch .noSuchFileOrDirectory {
      return nil
    } catch {
      throw SpoolError(
        error == .permissionDenied ? .permission : .configuration, "\(name) \(path): \(error)")
    }
  }

  private static func claims(
    in work: (any Directory)?, at path: FilePath, _ fileSystem: any FileSystem
  ) -> [(attempt: Int, folder: any Directory)] {
    var attempts: [Int] = []
    try? work?.forEachName { name in
      if let attempt = Int(name.escaped), attempt > 0 { attempts.append(attempt) }
    }
    return attempts.sorted().compactMap { attempt in
      let folder = try? fileSystem.openDirectory(at: path.appending("\(attempt)"))
      return folder.map { (attempt, $0) }
    }
  }
}
