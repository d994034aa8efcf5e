import SystemPackage

/// Writes batches of records into the outbox, as long as that is in its place.
struct RecordStager: Sendable {
  /// What writing a record under a temporary name came to.
  enum Staging {
    /// It is on stable storage.
    case staged(StagedRecord)
    /// It is not, and nothing of it is left.
    case failed(Publication)
  }

  let folders: SpoolFolders
  let fileSystem: any FileSystem
  let configuration: SpoolConfiguration
  /// Where records are entered that have a file and no name.
  let area: StagingArea

  /// Writes records under temporary names.
  ///
  /// - Returns: What it came to for each.
  func stage(_ records: [UnwrittenRecord]) -> [Staging] {
    guard areInPlace else { return records.map { _ in .failed(Self.foldersGone) } }
    return records.map { entry in
      do throws(Errno) {
        let record = try writer.stage(entry.document, of: entry.claim.name)
        return area.add(record) ? .staged(record) : .failed(Self.foldersGone)
      } catch {
        return .failed(.blocked(.outbox("\(error)")))
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
      return records.map { _ in Self.foldersGone }
    }
    return writer.publish(records)
  }

  /// What becomes of records whose folders are not there.
  static let foldersGone = Publication.blocked(
    .folders("inbox or outbox is gone or another folder is in its place"))

  private var areInPlace: Bool { folders.areInPlace(configuration, in: fileSystem) }

  private var writer: OutboxWriter {
    OutboxWriter(
      outbox: folders.outbox, inspector: RecordInspector(), existing: configuration.existing)
  }
}
