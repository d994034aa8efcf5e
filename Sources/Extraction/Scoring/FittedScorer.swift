private import Glibc

/// Probabilities from the fitted trees: of main content, and of the ten roles.
///
/// The buffers are reused from page to page.
struct FittedScorer {
  private let mainTrees = TreeEnsemble.main
  private let roleTrees = TreeEnsemble.role
  private let typeTrees = TreeEnsemble.type
  private let typeSlots = TreeEnsemble.type.slots
  private var tiles = ColumnTiles()
  private var context = ContextTable()
  private var sums: [Float] = []
  private var slotSums: [Float] = []

  /// The probability of main content of each block, tempered by that of its role.
  private(set) var joined: [Float] = []
  /// The probability of main content of each block.
  private(set) var probabilities: [Float] = []
  /// The probabilities of the ten roles of each block, ten values a block.
  private(set) var roleProbabilities: [Float] = []
  /// The most probable kind of the page.
  private(set) var pageType: PageTypeEstimate?

  /// Blocks whose rows are held at a time.
  ///
  /// A row takes nearly two kilobytes, so that a page of millions of blocks would fill the memory; pages that people
  /// wrote fit one part, whose rows are then computed once.
  private static let partSize = 4096

  /// Computes all for a page.
  ///
  /// - Returns: Whether each block is chosen as main content.
  mutating func score(
    _ tree: BlockTree, _ features: PageFeatures,
    precisionBias: Float = ExpectedScore.precisionBias
  ) -> [Bool] {
    let parts = stride(from: 0, to: tree.blocks.count, by: Self.partSize).map {
      $0..<min($0 + Self.partSize, tree.blocks.count)
    }
    probabilities.removeAll(keepingCapacity: true)
    slotSums.reset(count: typeSlots.count)
    for part in parts {
      tiles.fill(tree, features, blocks: part)
      for (index, slot) in typeSlots.enumerated() { slotSums[index] += tiles.sum(ofSlot: slot) }
      sums.reset(count: part.count)
      mainTrees.add(tiles, classes: 1, to: &sums)
      for sum in sums { probabilities.append(1 / (1 + expf(-sum))) }
    }
    let words = features.statistics.map(\.words)
    let kept = ExpectedScore.choice(probabilities, words: words)
    context.compute(probabilities, words: words, kept: kept)
    roleProbabilities.removeAll(keepingCapacity: true)
    for part in parts {
      if parts.count > 1 { tiles.fill(tree, features, blocks: part) }
      addContext(of: part)
      sums.reset(count: part.count * Role.allCases.count)
      roleTrees.add(tiles, classes: Role.allCases.count, to: &sums)
      Self.softmax(&sums, classes: Role.allCases.count)
      roleProbabilities += sums
    }
    pageType = estimateType(blockCount: tree.blocks.count)
    joinProbabilities()
    return ExpectedScore.choice(joined, words: words, precisionBias: precisionBias)
  }

  /// What the role's probability of `article` weighs beside that of main content.
  ///
  /// Of 0, 0.2 and 0.4 the second was best out of fold on the development pages (.8689, .8719, .8706).
  private static let roleShare: Float = 0.2
  /// A probability under any that the trees give, so that no block is wholly ruled out by its role.
  private static let leastProbability: Float = 1e-4

  /// The weighted geometric mean of the probabilities of main content and of the role `article`.
  private mutating func joinProbabilities() {
    joined.removeAll(keepingCapacity: true)
    let roleCount = Role.allCases.count
    for block in probabilities.indices {
      let article = roleProbabilities[block * roleCount + Int(Role.article.rawValue)]
      joined.append(
        powf(probabilities[block], 1 - Self.roleShare)
          * powf(article + Self.leastProbability, Self.roleShare))
    }
  }

  /// Turns the sums of each row into probabilities.
  static func softmax(_ sums: inout [Float], classes: Int) {
    for start in stride(from: 0, to: sums.count, by: classes) {
      let row = start..<(start + classes)
      var largest = -Float.infinity
      for index in row { largest = max(largest, sums[index]) }
      var total: Float = 0
      for index in row {
        sums[index] = expf(sums[index] - largest)
        total += sums[index]
      }
      for index in row { sums[index] /= total }
    }
  }

  /// The page type is told by the mean of the blocks' rows.
  private mutating func estimateType(blockCount: Int) -> PageTypeEstimate? {
    guard blockCount > 0 else { return nil }
    tiles.reset(rowCount: 1)
    for (index, slot) in typeSlots.enumerated() {
      tiles.set(slot: slot, row: 0, to: slotSums[index] / Float(blockCount))
    }
    let types = PageType.allCases
    sums.reset(count: types.count)
    typeTrees.add(tiles, classes: types.count, to: &sums)
    Self.softmax(&sums, classes: types.count)
    guard let best = sums.indices.max(by: { sums[$0] < sums[$1] }) else { return nil }
    return PageTypeEstimate(type: types[best], probability: sums[best])
  }

  private mutating func addContext(of part: Range<Int>) {
    let width = ContextTable.columnCount
    for column in 0..<width {
      let slot = ModelColumns.slots[FeatureTable.columnCount + column]
      guard slot >= 0 else { continue }
      for (row, block) in part.enumerated() {
        tiles.set(slot: Int(slot), row: row, to: context.values[block * width + column])
      }
    }
  }
}
