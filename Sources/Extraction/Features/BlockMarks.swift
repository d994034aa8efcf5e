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

  /// Counts the marks of a page.
  mutating func count(_ tree: borrowing BlockTree, statistics: [BlockStatistics]) {
    blockCount = tree.blocks.count
    sums.reset(count: (blockCount + 1) * Self.laneCount)
    countSigns(statistics)
    countLinks(tree)
    countElements(tree)
    var sums = sums.mutableSpan
    for index in Self.laneCount..<max(sums.count, Self.laneCount) {
      sums[index] += sums[index - Self.laneCount]
    }
  }

  /// The marks of one lane of a run of blocks, per block.
  @inline(__always)
  func density(of lane: Int, in blocks: Range<Int>) -> Float {
    let difference =
      sums[blocks.upperBound * Self.laneCount + lane]
      - sums[blocks.lowerBound * Self.laneCount + lane]
    // Most runs are single blocks, and a division takes longer than all the rest.
    return blocks.count <= 1 ? difference : difference / Float(blocks.count)
  }

  /// The marks of one lane on the whole page, per block.
  func total(of lane: Int) -> Float {
    density(of: lane, in: 0..<blockCount)
  }

  /// Adds to a block's own marks, before the sums are made.
  private mutating func add(_ count: Float, to lane: Int, of block: Int) {
    sums[(block + 1) * Self.laneCount + lane] += count
  }

  private mutating func countSigns(_ statistics: [BlockStatistics]) {
    for (block, counts) in statistics.enumerated() {
      add(Float(counts.currencies), to: Self.linkLanes, of: block)
      add(Float(counts.percents), to: Self.linkLanes + 1, of: block)
      add(Float(counts.rights), to: Self.linkLanes + 2, of: block)
      add(Float(counts.arrows), to: Self.linkLanes + 3, of: block)
      add(Float(counts.bars), to: Self.linkLanes + 4, of: block)
      add(Float(counts.ats), to: Self.linkLanes + 5, of: block)
      add(Float(counts.clockTimes), to: Self.linkLanes + 6, of: block)
      add(Float(counts.exclamations), to: Self.linkLanes + 7, of: block)
      add(Float(counts.ellipses), to: Self.linkLanes + 8, of: block)
    }
  }

  private mutating func countLinks(_ tree: borrowing BlockTree) {
    for anchor in tree.anchors {
      let block = Int(tree.nodes[Int(anchor.node)].firstBlock)
      guard block < blockCount else { continue }
      var bits = anchor.hints.rawValue & (1 << UInt32(Self.linkLanes) - 1)
      while bits != 0 {
        add(1, to: bits.trailingZeroBitCount, of: block)
        bits &= bits - 1
      }
    }
  }

  /// An image or control belongs to the block that follows it, or to the last.
  private mutating func countElements(_ tree: borrowing BlockTree) {
    guard blockCount > 0 else { return }
    for node in tree.nodes {
      let lane: Int
      switch node.name {
      case .img: lane = Self.imageLane
      case .input: lane = Self.fieldLane
      case .button: lane = Self.buttonLane
      default: continue
      }
      add(1, to: lane, of: min(Int(node.firstBlock), blockCount - 1))
    }
  }
}
