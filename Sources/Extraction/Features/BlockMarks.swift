/// For each block, counts of marks that tell roles apart in any language: where its links lead, telling signs
/// in its text, images and controls before it; and their sums over any run of blocks.
struct BlockMarks {
  /// One lane a mark.
  typealias Counts = SIMD32<Float>

  /// The names of the marks by lane.
  static let names =
    LinkHints.names[..<linkLanes] + [
      "currencies", "percents", "rights", "arrows", "bars", "ats", "clockTimes", "exclamations",
      "ellipses", "images", "fields", "buttons",
    ]

  /// The link hints that have a lane: the first of them.
  private static let linkLanes = 20
  static let imageLane = 29
  private static let fieldLane = 30
  private static let buttonLane = 31

  /// The sums over the blocks before each block; one more entry than blocks.
  private var sums: [Counts] = []
  private var own: [Counts] = []

  /// Counts the marks of a page.
  mutating func count(_ tree: borrowing BlockTree, statistics: [BlockStatistics]) {
    own.removeAll(keepingCapacity: true)
    own.append(contentsOf: repeatElement(.zero, count: tree.blocks.count))
    countSigns(statistics)
    countLinks(tree)
    countElements(tree)
    sums.removeAll(keepingCapacity: true)
    sums.append(.zero)
    var sum = Counts.zero
    for counts in own {
      sum += counts
      sums.append(sum)
    }
  }

  /// The marks of one block.
  func counts(of block: Int) -> Counts { own[block] }

  /// The marks of a run of blocks, per block.
  func density(of blocks: Range<Int>) -> Counts {
    (sums[blocks.upperBound] - sums[blocks.lowerBound]) / Float(max(blocks.count, 1))
  }

  /// The marks of one lane on the whole page, per block.
  func total(of lane: Int) -> Float {
    (sums.last?[lane] ?? 0) / Float(max(own.count, 1))
  }

  private mutating func countSigns(_ statistics: [BlockStatistics]) {
    for index in own.indices {
      let counts = statistics[index]
      let signs = [
        counts.currencies, counts.percents, counts.rights, counts.arrows, counts.bars, counts.ats,
        counts.clockTimes, counts.exclamations, counts.ellipses,
      ]
      for (offset, count) in signs.enumerated() {
        own[index][Self.linkLanes + offset] = Float(count)
      }
    }
  }

  private mutating func countLinks(_ tree: borrowing BlockTree) {
    for anchor in tree.anchors {
      let block = Int(tree.nodes[Int(anchor.node)].firstBlock)
      guard block < own.count else { continue }
      for lane in 0..<Self.linkLanes where anchor.hints.rawValue >> lane & 1 == 1 {
        own[block][lane] += 1
      }
    }
  }

  /// An image or control belongs to the block that follows it, or to the last.
  private mutating func countElements(_ tree: borrowing BlockTree) {
    guard !own.isEmpty else { return }
    for node in tree.nodes {
      let lane: Int
      switch node.name {
      case .img: lane = Self.imageLane
      case .input: lane = Self.fieldLane
      case .button: lane = Self.buttonLane
      default: continue
      }
      own[min(Int(node.firstBlock), own.count - 1)][lane] += 1
    }
  }
}
