import SystemPackage

/// Writes batches of records into the outbox and gives them their names, as long as the outbox is in its place.
struct RecordPublisher: Sendable {
  /// What writing a record under a temporary name came to.
  enum Staging {
    /// It is on stable storage.
    case staged(StagedRecord)
    /// It is not, and nothing of it is left.
    case blocked(PauseCause)
  }

  /// The folders that the records are meant for.
  let folders: SpoolFolders
  /// Where the folders are.
  let fileSystem: any FileSystem
  /// Names the folders, and says what becomes of a record whose name another one has.
  let configuration: SpoolConfiguration
  /// Where records are entered that have a file and no name.
  let area: StagingArea

  /// Writes records under temporary names.
  ///
  /// - Returns: What it came to for each.
  func stage(_ records: [DiskTask<ProcessedDocument>]) -> [Staging] {
    guard areInPlace else { return records.map { _ in .blocked(Self.foldersGone) } }
    return records.map { task in
      do throws(Errno) {
        let record = try writer.stage(task.content, of: task.claim.name)
        return area.add(record) ? .staged(record) : .blocked(Self.isEnding)
      } catch {
        return .blocked(.outbox("\(error)"))
      }
    }
  }

  /// Gives records their names, and synchronizes the outbox once for all of them.
  ///
  /// - Returns: What became of each.
  func publish(_ records: [StagedRecord]) -> [Publication] {
    defer { for record in records { area.remove(record) } }
    guard areInPlace, records.allSatisfy({ $0.outbox === folders.outbox }) else {
      for record in records { OutboxWriter.discard(record) }
      return records.map { _ in .blocked(Self.foldersGone) }
    }
    return writer.publish(records)
  }

  /// Why nothing is written where other folders are, or none.
  static let foldersGone = PauseCause.folders(
    "inbox or outbox is gone or another folder is in its place")

  private static let isEnding = PauseCause.outbox("the process ends")

  private var areInPlace: Bool { folders.areInPlace(configuration, in: fileSystem) }

  private var writer: OutboxWriter {
    OutboxWriter(
      outbox: folders.outbox, inspector: RecordInspector(), existing: configuration.existing)
  }
}
