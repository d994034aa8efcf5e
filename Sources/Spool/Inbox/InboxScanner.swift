import SystemPackage

/// Lists an inbox.
struct InboxScanner: Sendable {
  /// Folders in the inbox that belong to the spool.
  let ownFolders: Set<FileIdentity>

  /// A scanner that passes over these folders.
  init(_ ownFolders: Set<FileIdentity>) {
    self.ownFolders = ownFolders
  }

  /// The scanner of the inbox of `folders`.
  init(_ folders: SpoolFolders) {
    ownFolders = [
      folders.work.identity, folders.done.identity, folders.failed.identity,
      folders.outbox.identity,
    ]
  }

  /// Hands over what is in the inbox, in parts, so that an inbox of any size takes little memory.
  ///
  /// - Parameters:
  ///   - inbox: The folder.
  ///   - deliver: Takes entries.
  ///   - refuse: Takes a name that the file system does not tell of, and its error.
  /// - Throws: The error of the listing.
  func scan(
    _ inbox: any Directory, deliver: ([InboxEntry]) -> Void, refuse: (FileName, Errno) -> Void
  ) throws(Errno) {
    var entries: [InboxEntry] = []
    try inbox.forEachName { name in
      guard !TemporaryNames.contains(name) else { return }
      do throws(Errno) {
        guard let entry = try entry(name, in: inbox) else { return }
        entries.append(entry)
      } catch {
        refuse(name, error)
      }
      if entries.count == Self.batch {
        deliver(entries)
        entries.removeAll(keepingCapacity: true)
      }
    }
    if !entries.isEmpty { deliver(entries) }
  }

  /// What stands behind one name, or `nil` when it is gone or one of the spool's folders.
  func entry(_ name: FileName, in inbox: any Directory) throws(Errno) -> InboxEntry? {
    let status: FileStatus
    do throws(Errno) {
      status = try inbox.status(of: name)
    } catch .noSuchFileOrDirectory {
      return nil
    }
    guard !ownFolders.contains(status.stamp.identity) else { return nil }
    let age = WallClock.now() - max(status.stamp.modified, status.stamp.changed)
    return InboxEntry(name: name, status: status, age: .nanoseconds(max(0, age)))
  }

  // Entries handed over at a time: few enough that events are not held up by a large inbox.
  private static let batch = 256
}
