/// For each block, counts of marks that tell roles apart in any language: where its links lead, telling signs
/// in its text, images and controls before it; and their sums over any run of blocks.
struct BlockMarks {
  /// The names of the marks by lane.
  static let names =
    LinkHints.names[..<linkLanes] + [
      "currencies", "percents", "rights", "arrows", "bars", "ats", "clockTimes", "exclamations",
      "ellipses", "images", "fields", "buttons",
    ]

  /// The link hints that have a lane: the first of them.
  private static let linkLanes = 20
  private static let imageLane = 29
  private static let fieldLane = 30
  private static let buttonLane = 31

  /// One lane a mark; a multiple of sixteen, which vectors like.
  static let laneCount = 32

  /// For each block, and for the place after the last, the sums over the blocks before it, lane after lane.
  private var sums: [Float] = []
  private var blockCount = 0
  /// The same sums in a quarter of the memory, where the page is long.
  private var compactSums: CompactSums?

  /// Whether the sums are kept in little memory, so that they take longer to read.
  var isCompact: Bool { compactSums != nil }

  /// Counts the marks of a page.
  mutating func count(_ tree: borrowing BlockTree, statistics: [BlockStatistics]) {
    blockCount = tree.blocks.count
    compactSums = nil
    sums.reset(count: (blockCount + 1) * Self.laneCount)
    unsafe sums.withUnsafeMutableBufferPointer { sums in
      // Each block has a place after it, and each place every lane.
      Self.countSigns(statistics[...]) { unsafe sums[($2 + 1) * Self.laneCount + $1] += $0 }
      Self.countLinks(tree) { unsafe sums[($2 + 1) * Self.laneCount + $1] += $0 }
      Self.countElements(tree) { unsafe sums[($2 + 1) * Self.laneCount + $1] += $0 }
    }
    var sums = sums.mutableSpan
    for index in Self.laneCount..<max(sums.count, Self.laneCount) {
      sums[index] += sums[index - Self.laneCount]
    }
  }

  /// Begins to count the marks of a long page, in little memory.
  mutating func begin(blockCount: Int) {
    self.blockCount = blockCount
    sums = []
    compactSums = CompactSums(count: blockCount, laneCount: Self.laneCount)
  }

  /// Counts the signs of blocks from that one on.
  mutating func countSigns(_ statistics: ArraySlice<BlockStatistics>, from first: Int) {
    Self.countSigns(statistics) { compactSums?.add($0, to: $1, of: first + $2) }
  }

  /// Ends the count of a long page, whose signs were counted.
  mutating func end(_ tree: borrowing BlockTree) {
    Self.countLinks(tree) { compactSums?.add($0, to: $1, of: $2) }
    Self.countElements(tree) { compactSums?.add($0, to: $1, of: $2) }
    compactSums?.sum()
  }

  /// The marks of one lane of a run of blocks, per block, where ``isCompact``.
  func compactDensity(of lane: Int, in blocks: Range<Int>) -> Float {
    guard let compactSums else { return density(of: lane, in: blocks) }
    let difference =
      compactSums[lane, blocks.upperBound] - compactSums[lane, blocks.lowerBound]
    return blocks.count <= 1 ? difference : difference / Float(blocks.count)
  }

  /// The marks of one lane of a run of blocks, per block.
  func density(of lane: Int, in blocks: Range<Int>) -> Float {
    let difference =
      sums[blocks.upperBound * Self.laneCount + lane]
      - sums[blocks.lowerBound * Self.laneCount + lane]
    return blocks.count <= 1 ? difference : difference / Float(blocks.count)
  }

  /// Calls `body` with each lane and its marks of a run of blocks, per block.
  @inline(__always)
  func forEachDensity(in blocks: Range<Int>, _ body: (_ lane: Int, Float) -> Void) {
    let sums = sums.span
    let before = blocks.lowerBound * Self.laneCount
    let end = blocks.upperBound * Self.laneCount
    precondition(before >= 0 && end >= before && end + Self.laneCount <= sums.count, "blocks")
    // Most runs are single blocks, and a division takes longer than all the rest.
    let divides = blocks.count > 1
    let count = Float(blocks.count)
    for lane in 0..<Self.laneCount {
      // The condition above keeps both places inside the sums.
      let difference = unsafe sums[unchecked: end &+ lane] - sums[unchecked: before &+ lane]
      body(lane, divides ? difference / count : difference)
    }
  }

  /// The marks of one lane on the whole page, per block.
  func total(of lane: Int) -> Float {
    compactDensity(of: lane, in: 0..<blockCount)
  }

  /// Takes so many marks of a lane of a block.
  private typealias Counter = (_ count: Float, _ lane: Int, _ block: Int) -> Void

  @inline(__always)
  private static func countSigns(
    _ statistics: ArraySlice<BlockStatistics>, _ add: Counter
  ) {
    for (block, counts) in statistics.enumerated() {
      add(Float(counts.currencies), linkLanes, block)
      add(Float(counts.percents), linkLanes + 1, block)
      add(Float(counts.rights), linkLanes + 2, block)
      add(Float(counts.arrows), linkLanes + 3, block)
      add(Float(counts.bars), linkLanes + 4, block)
      add(Float(counts.ats), linkLanes + 5, block)
      add(Float(counts.clockTimes), linkLanes + 6, block)
      add(Float(counts.exclamations), linkLanes + 7, block)
      add(Float(counts.ellipses), linkLanes + 8, block)
    }
  }

  @inline(__always)
  private static func countLinks(_ tree: borrowing BlockTree, _ add: Counter) {
    let blockCount = tree.blocks.count
    for anchor in tree.anchors {
      let block = Int(tree.nodes[Int(anchor.node)].firstBlock)
      guard block < blockCount else { continue }
      var bits = anchor.hints.rawValue & (1 << UInt32(linkLanes) - 1)
      while bits != 0 {
        add(1, bits.trailingZeroBitCount, block)
        bits &= bits - 1
      }
    }
  }

  /// An image or control belongs to the block that follows it, or to the last.
  @inline(__always)
  private static func countElements(_ tree: borrowing BlockTree, _ add: Counter) {
    let blockCount = tree.blocks.count
    guard blockCount > 0 else { return }
    for node in tree.nodes {
      let lane: Int
      switch node.name {
      case .img: lane = imageLane
      case .input: lane = fieldLane
      case .button: lane = buttonLane
      default: continue
      }
      add(1, lane, min(Int(node.firstBlock), blockCount - 1))
    }
  }
}
