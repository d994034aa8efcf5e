import Synchronization

/// The records that are written and wait for their names, so that none of their files is left when the process ends at
/// once.
///
/// A file that is being written at that moment is left; a sweep removes it once it is ten minutes old.
final class StagingArea: Sendable {
  private let records = Mutex<[FileName: StagedRecord]?>([:])

  /// A record was staged.
  ///
  /// - Returns: Whether it may get its name; where the process is about to end, its file is removed.
  func add(_ record: StagedRecord) -> Bool {
    guard let name = record.temporary else { return true }
    let isOpen = records.withLock { records in
      records?[name] = record
      return records != nil
    }
    if !isOpen { OutboxWriter.discard(record) }
    return isOpen
  }

  /// A record has its name, or has lost its file.
  func remove(_ record: StagedRecord) {
    guard let name = record.temporary else { return }
    records.withLock { _ = $0?.removeValue(forKey: name) }
  }

  /// Removes the files of all of them, and of those that are staged from now on.
  func close() {
    let left = records.withLock { records in
      defer { records = nil }
      return records ?? [:]
    }
    for record in left.values { OutboxWriter.discard(record) }
  }
}
