/// A fixed set of short ASCII names, looked up by their bytes without a `String`.
///
/// Open addressing over 64-bit hashes. The sets here are a few hundred names at most and known at build
/// time, so that two names of one hash would show in the tests.
struct NameTable: Sendable {
  private let hashes: [UInt64]
  private let values: [UInt64]
  private let mask: Int

  /// A table of names and their values; names must be in lower case.
  init(_ entries: [(name: String, value: UInt64)]) {
    var capacity = 16
    while capacity < entries.count * 4 { capacity *= 2 }
    var hashes = [UInt64](repeating: 0, count: capacity)
    var values = [UInt64](repeating: 0, count: capacity)
    for entry in entries {
      var hash = NameHash()
      for byte in entry.name.utf8 { hash.combine(lowercasing: byte) }
      var slot = Int(truncatingIfNeeded: hash.value) & (capacity - 1)
      while hashes[slot] != 0 && hashes[slot] != hash.value { slot = (slot + 1) & (capacity - 1) }
      hashes[slot] = hash.value
      values[slot] = entry.value
    }
    self.hashes = hashes
    self.values = values
    mask = capacity - 1
  }

  /// The value of the name with that hash, or `nil` when the set does not hold it.
  func value(of hash: NameHash) -> UInt64? {
    var slot = Int(truncatingIfNeeded: hash.value) & mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash.value { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
