/// Holds back lines of the log that say the same again: the first is written, and then one an interval with the
/// number of those held back.
///
/// It reads no clock; times are durations since any moment, of a clock that never jumps.
package struct RepeatLimiter: Sendable {
  private struct Seen: Sendable {
    var since: Duration
    var heldBack = 0
    var last: LogEntry
  }

  /// For how long a line speaks for those like it; zero holds nothing back.
  package var interval: Duration
  private var seen: [String: Seen] = [:]

  /// A limiter that has seen nothing.
  package init(interval: Duration) {
    self.interval = interval
  }

  /// Whether entries are held back that nothing speaks for yet.
  package var holdsBack: Bool { seen.values.contains { $0.heldBack > 0 } }

  /// Takes an entry.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - key: What it has in common with those like it.
  ///   - now: The time.
  /// - Returns: Whether it is to be written.
  package mutating func admits(_ entry: LogEntry, key: String, at now: Duration) -> Bool {
    if seen[key] == nil {
      // What varies without end is no repetition.
      if seen.count < Self.capacity { seen[key] = Seen(since: now, last: entry) }
      return true
    }
    guard let since = seen[key]?.since, now - since < interval else {
      seen[key] = Seen(since: now, last: entry)
      return true
    }
    seen[key]?.heldBack += 1
    seen[key]?.last = entry
    return false
  }

  /// The entries that speak for those held back in intervals that are over: the last of each kind, with the
  /// number in a field `repeated`.
  ///
  /// - Parameter now: The time, or `nil` at the end of the process, when every interval is over.
  /// - Returns: At most one entry a kind.
  package mutating func due(at now: Duration?) -> [LogEntry] {
    guard !seen.isEmpty else { return [] }
    var entries: [LogEntry] = []
    for (key, known) in seen.sorted(by: { $0.key < $1.key }) {
      if let now, now - known.since < interval { continue }
      guard known.heldBack > 0 else {
        seen[key] = nil
        continue
      }
      var entry = known.last
      entry.fields.append(("repeated", .number(known.heldBack)))
      entries.append(entry)
      seen[key] = Seen(since: now ?? known.since, last: known.last)
    }
    return entries
  }

  // Kinds of trouble at a time; there are some ten.
  private static let capacity = 256
}
