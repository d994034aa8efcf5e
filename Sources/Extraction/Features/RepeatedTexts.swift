/// How often each block's text stands on its page.
struct RepeatedTexts {
  /// The number of blocks with the same letters and digits, the block itself counted.
  private(set) var counts: [UInt32] = []

  private var keys: [UInt64] = []
  private var tallies: [UInt32] = []

  /// Counts the repetitions; linear on average.
  mutating func compute(_ statistics: [BlockStatistics]) {
    var capacity = 64
    while capacity < statistics.count * 2 { capacity *= 2 }
    keys.reset(count: capacity)
    tallies.reset(count: capacity)
    for entry in statistics where entry.textHash != 0 { tallies[slot(of: entry.textHash)] += 1 }
    counts.removeAll(keepingCapacity: true)
    for entry in statistics {
      counts.append(entry.textHash == 0 ? 1 : tallies[slot(of: entry.textHash)])
    }
  }

  /// Gives back what was needed for counting alone.
  mutating func dropScratch() {
    keys = []
    tallies = []
  }

  private mutating func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    return slot
  }
}
