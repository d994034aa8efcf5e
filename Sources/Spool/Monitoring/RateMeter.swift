/// Counts of the last minutes, for rates; the time is told to it.
package struct RateMeter: Hashable, Sendable {
  // Ten seconds a slot, for a quarter of an hour.
  private static let slotSeconds = 10
  private static let slots = 90

  private var counts = [Int](repeating: 0, count: slots)
  private var first = 0

  /// Nothing counted.
  package init() {}

  /// Counts something that happened at `now`, a time since the start.
  package mutating func add(_ number: Int, at now: Duration) {
    let slot = Self.slot(at: now)
    moveOn(to: slot)
    counts[slot % Self.slots] += number
  }

  /// The number a second over the last `window`, or since the start when that is less long ago.
  package func rate(over window: Duration, at now: Duration) -> Double {
    var meter = self
    let slot = Self.slot(at: now)
    meter.moveOn(to: slot)
    let width = min(Self.slots, max(1, Int(window / .seconds(Self.slotSeconds))))
    let oldest = max(0, slot - width + 1)
    let sum = (oldest...slot).reduce(0) { $0 + meter.counts[$1 % Self.slots] }
    let seconds = now / .seconds(1) - Double(oldest * Self.slotSeconds)
    // At first a single document would be a rate without meaning.
    return Double(sum) / max(1, seconds)
  }

  private mutating func moveOn(to slot: Int) {
    guard slot > first else { return }
    for passed in max(first + 1, slot - Self.slots + 1)...slot { counts[passed % Self.slots] = 0 }
    first = slot
  }

  private static func slot(at now: Duration) -> Int {
    max(0, Int(now.components.seconds) / slotSeconds)
  }
}
