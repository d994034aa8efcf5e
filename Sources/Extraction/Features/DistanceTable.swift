/// For each element and each of some marks, how far above the nearest element with that mark is.
///
/// Kept as nearness, ``none`` less the distance, one byte a mark and eight of them in a word: a child's
/// nearness is its parent's less one, but never below zero, which a few operations do for eight marks.
struct DistanceTable {
  /// A distance that means "none above".
  static let none: UInt8 = 31

  private static let lowBits: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Words of eight marks for each node.
  let wordCount: Int
  private var words: [UInt64] = []

  /// A table of that many marks.
  init(markCount: Int) {
    wordCount = (markCount + 7) / 8
  }

  /// Begins a page of that many nodes; the first has no mark.
  mutating func begin(nodeCount: Int) {
    words.reset(count: nodeCount * wordCount)
  }

  /// Lets a node inherit from the one above it.
  @inline(__always)
  mutating func inherit(_ node: Int, from parent: Int) {
    let source = parent * wordCount
    let target = node * wordCount
    precondition(source < target && target + wordCount <= words.count, "a parent comes first")
    unsafe words.withUnsafeMutableBufferPointer { words in
      for word in 0..<wordCount {
        let above = unsafe words[source &+ word]
        // The high bit of a byte is set by the sum where the byte is not zero, for none is above 31.
        let isNear = ((above &+ Self.lowBits) >> 7) & Self.ones
        unsafe words[target &+ word] = above &- isNear
      }
    }
  }

  /// Gives a node a mark of its own.
  @inline(__always)
  mutating func mark(_ node: Int, _ mark: Int) {
    words[node * wordCount + (mark >> 3)] |= UInt64(Self.none) << UInt64((mark & 7) * 8)
  }

  /// Notes a mark so far above a node, unless a nearer one was noted.
  mutating func mark(_ node: Int, _ mark: Int, distance: UInt8) {
    let word = node * wordCount + (mark >> 3)
    let shift = UInt64((mark & 7) * 8)
    guard words[word] >> shift & 0xff == 0 else { return }
    words[word] |= UInt64(Self.none - distance) << shift
  }

  /// The distance from a node to the nearest one with that mark, 0 for itself, ``none`` for none.
  @inline(__always)
  func distance(from node: Int, to mark: Int) -> UInt8 {
    let word = words[node * wordCount + (mark >> 3)]
    return Self.none - UInt8(truncatingIfNeeded: word >> UInt64((mark & 7) * 8))
  }

  /// Calls `body` with the words, ``wordCount`` of them a node.
  func withWords(_ body: (UnsafePointer<UInt64>) -> Void) {
    unsafe words.withUnsafeBufferPointer { words in
      if let base = words.baseAddress { unsafe body(base) }
    }
  }
}
