import SystemPackage

/// Counts all that lies in the open folders of a daemon.
struct FolderSurvey: Sendable {
  let folders: SpoolFolders

  /// The census, or `nil` when a folder cannot be listed.
  func census(at time: Int64) -> QueueCensus? {
    var census = QueueCensus(time: time)
    do throws(Errno) {
      try census.countInbox(folders.inbox, without: InboxScanner(folders).ownFolders)
      try census.count(.done, in: folders.done)
      try census.count(.failed, in: folders.failed)
      try census.count(.outbox, in: folders.outbox)
      for attempt in Set(try ClaimStore(folders: folders).all().map(\.attempt)) {
        try census.count(.work, in: try folders.claims(ofAttempt: attempt))
      }
      return census
    } catch {
      return nil
    }
  }
}
