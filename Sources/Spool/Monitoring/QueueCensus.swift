package import SystemPackage

/// Counts the files in the folders of a spool.
///
/// It changes nothing.
package struct QueueCensus: Hashable, Sendable {
  /// The files of each folder.
  package var queues: [QueueName: QueueTally] = [:]
  /// Names in the inbox that are left alone: hidden, temporary, or no files.
  package var ignored = 0
  /// When it was made, in nanoseconds since 1970.
  package let time: Int64

  /// A census of nothing.
  package init(time: Int64) {
    self.time = time
    for name in QueueName.allCases { queues[name] = QueueTally() }
  }

  /// Counts the files of a folder.
  ///
  /// - Throws: The error of the listing. Files that go in the meantime are left out.
  package mutating func count(_ queue: QueueName, in folder: any Directory) throws(Errno) {
    try count(queue, in: folder) { Self.belongs($0, to: queue) }
  }

  /// Counts the files of a folder that holds spools of its own, which are folders.
  package mutating func countInbox(
    _ folder: any Directory, without ownFolders: Set<FileIdentity>
  ) throws(Errno) {
    var ignored = 0
    try count(.inbox, in: folder) { name in
      guard TemporaryNames.contains(name) else { return true }
      if let status = try? folder.status(of: name), status.kind == .regular { ignored += 1 }
      return false
    } other: { status in
      if !ownFolders.contains(status.stamp.identity) { ignored += 1 }
    }
    self.ignored += ignored
  }

  private mutating func count(
    _ queue: QueueName, in folder: any Directory, where isCounted: (FileName) -> Bool,
    other: (FileStatus) -> Void = { _ in }
  ) throws(Errno) {
    var tally = queues[queue] ?? QueueTally()
    try folder.forEachName { name in
      guard isCounted(name), let status = try? folder.status(of: name) else { return }
      if status.kind == .regular { tally.add(status.stamp, at: time) } else { other(status) }
    }
    queues[queue] = tally
  }

  private static func belongs(_ name: FileName, to queue: QueueName) -> Bool {
    switch queue {
    case .inbox, .done, .work: true
    case .failed: !name.hasEnding(OutputName.noteExtension) && !TemporaryNames.isHidden(name)
    case .outbox: !TemporaryNames.isHidden(name)
    }
  }
}
