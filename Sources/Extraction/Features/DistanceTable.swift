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

  /// Fills the table of a page from the root down: each node has the marks above it, one further away, and its own.
  ///
  /// - Parameters:
  ///   - tree: The page's tree.
  ///   - ownMarks: A bit for each mark of a node.
  @inline(__always)
  mutating func fill(_ tree: borrowing BlockTree, ownMarks: (Node) -> UInt64) {
    begin(nodeCount: tree.nodes.count)
    let wordCount = wordCount
    var words = words.mutableSpan
    for index in tree.nodes.indices.dropFirst() {
      let node = tree.nodes[index]
      let source = Int(node.parent) * wordCount
      let target = index * wordCount
      precondition(source < target && target + wordCount <= words.count, "a parent comes first")
      for word in 0..<wordCount {
        // The condition above keeps both places inside the words.
        let above = unsafe words[unchecked: source &+ word]
        // The high bit of a byte is set by the sum where the byte is not zero, for none is above 31.
        let isNear = ((above &+ Self.lowBits) >> 7) & Self.ones
        unsafe words[unchecked: target &+ word] = above &- isNear
      }
      var marks = ownMarks(node)
      while marks != 0 {
        let mark = marks.trailingZeroBitCount
        words[target + (mark >> 3)] |= UInt64(Self.none) << UInt64((mark & 7) * 8)
        marks &= marks - 1
      }
    }
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
