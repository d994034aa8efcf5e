/// A hash of an ASCII name without regard to case: 64-bit FNV-1a.
struct NameHash: Sendable, Equatable {
  /// The hash so far; never 0 for a name, since tables use 0 for an empty slot.
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Takes in the next byte of the name.
  @inline(__always)
  mutating func combine(lowercasing byte: UInt8) {
    let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
    value = (value ^ UInt64(lower)) &* 0x0000_0100_0000_01b3
  }
}

extension NameHash {
  /// The hash in half its bits.
  var folded: UInt32 { UInt32(truncatingIfNeeded: value ^ (value >> 32)) }

  /// The hash of a whole name.
  init(_ name: Span<UInt8>) {
    for index in name.indices { combine(lowercasing: name[index]) }
  }
}
