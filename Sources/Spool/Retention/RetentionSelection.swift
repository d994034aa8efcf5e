/// Chooses which inputs of a folder go: those that are too old, and then the oldest until the rest is within the
/// limits.
///
/// It holds the oldest ones alone, so that a folder of any size takes little memory.
package struct RetentionSelection: Sendable {
  private let limits: RetentionLimits
  private let now: Int64
  private let capacity: Int
  private var oldest: [RetainedInput] = []
  private var count = 0
  private var bytes = 0

  /// A selection that has seen nothing.
  ///
  /// - Parameters:
  ///   - limits: How much is kept.
  ///   - now: Nanoseconds since 1970.
  ///   - capacity: The most inputs that go at a time, at some 100 bytes each.
  package init(_ limits: RetentionLimits, now: Int64, capacity: Int = 100_000) {
    self.limits = limits
    self.now = now
    self.capacity = capacity
  }

  /// Sees an input of the folder.
  ///
  /// Complexity: O(log *capacity*), amortized.
  package mutating func add(_ input: RetainedInput) {
    count += 1
    bytes += input.bytes
    oldest.append(input)
    if oldest.count >= 2 * capacity { keepOldest() }
  }

  /// The inputs that go, the oldest first.
  ///
  /// - Returns: The inputs, and whether there may be more of them than could be held.
  package mutating func finish() -> (expired: [RetainedInput], isPartial: Bool) {
    keepOldest()
    var (restCount, restBytes) = (count, bytes)
    var end = 0
    while end < oldest.count, isExcess(oldest[end], count: restCount, bytes: restBytes) {
      restCount -= 1
      restBytes -= oldest[end].bytes
      end += 1
    }
    return (Array(oldest[..<end]), end == oldest.count && end < count)
  }

  private func isExcess(_ input: RetainedInput, count: Int, bytes: Int) -> Bool {
    if let most = limits.maximumCount, count > most { return true }
    if let most = limits.maximumBytes, bytes > most { return true }
    // A clock that was set back makes nothing old.
    guard let age = limits.maximumAge else { return false }
    return .nanoseconds(now) - .nanoseconds(input.since) > age
  }

  private mutating func keepOldest() {
    oldest.sort()
    oldest.removeLast(max(0, oldest.count - capacity))
  }
}
