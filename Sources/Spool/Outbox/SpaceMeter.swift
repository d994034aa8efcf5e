import SystemPackage

/// Measures the room for records.
///
/// Listing the outbox takes long when it is large, so between two listings what was written is added up.
struct SpaceMeter: Sendable {
  private var usedBytes = 0

  /// Counts a record that was written.
  mutating func add(_ byteCount: Int) {
    usedBytes += byteCount
  }

  /// Takes over what a listing came to.
  mutating func set(usedBytes: Int) {
    self.usedBytes = usedBytes
  }

  /// The room, or `nil` when the file system does not tell.
  func space(of outbox: any Directory) -> OutboxSpace? {
    guard let freeBytes = try? outbox.freeBytes() else { return nil }
    return OutboxSpace(freeBytes: freeBytes, usedBytes: usedBytes)
  }

  /// Bytes of the files in the outbox, or `nil` when it cannot be listed.
  static func usedBytes(of outbox: any Directory) -> Int? {
    var bytes: Int64 = 0
    do {
      try outbox.forEachName { name in
        if let status = try? outbox.status(of: name), status.kind == .regular {
          bytes &+= status.stamp.size
        }
      }
    } catch {
      return nil
    }
    return Int(bytes)
  }
}
