/// How much room has to be left for records.
package struct SpaceLimits: Hashable, Sendable {
  /// The least bytes that are free on the file system of the outbox, or 0 for no such limit.
  package var minimumFreeBytes = 0
  /// The most bytes of files in the outbox, or `nil` for no such limit.
  package var maximumOutboxBytes: Int?

  /// No limits.
  package init() {}

  /// Whether room has to be measured.
  package var isSet: Bool { minimumFreeBytes > 0 || maximumOutboxBytes != nil }

  /// What is short, or `nil` when documents may be taken.
  func shortage(in space: OutboxSpace) -> String? {
    if space.freeBytes < minimumFreeBytes { return "less than \(minimumFreeBytes) bytes are free" }
    if let most = maximumOutboxBytes, space.usedBytes > most {
      return "it holds more than \(most) bytes"
    }
    return nil
  }

  /// Whether documents may be taken again: there is so much more room that intake does not stop at once.
  func hasRoomAgain(in space: OutboxSpace) -> Bool {
    let free = Double(minimumFreeBytes) / Self.resumeRatio
    let used = maximumOutboxBytes.map { Double($0) * Self.resumeRatio }
    return Double(space.freeBytes) >= free && used.map { Double(space.usedBytes) <= $0 } ?? true
  }

  // Fluent Bit's `resume_ratio`.
  private static let resumeRatio = 0.8
}
