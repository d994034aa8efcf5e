private import Glibc

/// Probabilities from the fitted trees: of main content, and of the ten roles.
///
/// The buffers are reused from page to page.
struct FittedScorer {
  private let mainTrees = TreeEnsemble.main
  private let roleTrees = TreeEnsemble.role
  private let typeTrees = TreeEnsemble.type
  private var table = FeatureTable()
  private var context = ContextTable()
  private var rows: [Float] = []
  private var columnSums: [Float] = []

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
  /// A row takes over a kilobyte, so that a page of millions of blocks would fill the memory; pages that
  /// people wrote fit one tile, whose rows are then computed once.
  private static let tileSize = 4096

  /// Computes both for a page.
  ///
  /// - Returns: Whether each block is chosen as main content.
  mutating func score(
    _ tree: BlockTree, _ features: PageFeatures,
    precisionBias: Float = ExpectedScore.precisionBias
  ) -> [Bool] {
    let tiles = stride(from: 0, to: tree.blocks.count, by: Self.tileSize).map {
      $0..<min($0 + Self.tileSize, tree.blocks.count)
    }
    probabilities.removeAll(keepingCapacity: true)
    columnSums.reset(count: FeatureTable.columnCount)
    for tile in tiles {
      table.compute(tree, features, blocks: tile)
      addColumns()
      probabilities += Self.mainProbabilities(table.values.span, trees: mainTrees)
    }
    pageType = estimateType(blockCount: tree.blocks.count)
    let words = features.statistics.map(\.words)
    let kept = ExpectedScore.choice(probabilities, words: words)
    context.compute(probabilities, words: words, kept: kept)
    roleProbabilities.removeAll(keepingCapacity: true)
    for tile in tiles {
      if tiles.count > 1 { table.compute(tree, features, blocks: tile) }
      joinRows(of: tile)
      roleProbabilities += Self.roleProbabilities(
        rows.span, width: FeatureTable.columnCount + ContextTable.columnCount, trees: roleTrees)
    }
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

  /// The probabilities of main content of feature rows: the logistic function of the trees' sum.
  static func mainProbabilities(_ rows: Span<Float>, trees: TreeEnsemble) -> [Float] {
    let width = FeatureTable.columnCount
    var sums = [Float](repeating: 0, count: rows.count / width)
    trees.add(rows: rows, width: width, classes: 1, to: &sums)
    return sums.map { 1 / (1 + expf(-$0)) }
  }

  /// The probabilities of the roles of rows with context: softmax of the trees' sums.
  static func roleProbabilities(
    _ rows: Span<Float>, width: Int, trees: TreeEnsemble
  ) -> [Float] {
    classProbabilities(rows, width: width, classes: Role.allCases.count, trees: trees)
  }

  /// The softmax of the trees' sums of each row.
  private static func classProbabilities(
    _ rows: Span<Float>, width: Int, classes: Int, trees: TreeEnsemble
  ) -> [Float] {
    var sums = [Float](repeating: 0, count: rows.count / width * classes)
    trees.add(rows: rows, width: width, classes: classes, to: &sums)
    for start in stride(from: 0, to: sums.count, by: classes) {
      let largest = sums[start..<(start + classes)].max() ?? 0
      var total: Float = 0
      for index in start..<(start + classes) {
        sums[index] = expf(sums[index] - largest)
        total += sums[index]
      }
      for index in start..<(start + classes) { sums[index] /= total }
    }
    return sums
  }

  private mutating func addColumns() {
    let width = FeatureTable.columnCount
    for start in stride(from: 0, to: table.values.count, by: width) {
      for column in 0..<width { columnSums[column] += table.values[start + column] }
    }
  }

  /// The page type is told by the mean of the blocks' rows.
  private func estimateType(blockCount: Int) -> PageTypeEstimate? {
    guard blockCount > 0 else { return nil }
    let mean = columnSums.map { $0 / Float(blockCount) }
    let probabilities = Self.classProbabilities(
      mean.span, width: FeatureTable.columnCount, classes: PageType.allCases.count,
      trees: typeTrees)
    guard let best = probabilities.indices.max(by: { probabilities[$0] < probabilities[$1] })
    else { return nil }
    return PageTypeEstimate(type: PageType.allCases[best], probability: probabilities[best])
  }

  private mutating func joinRows(of tile: Range<Int>) {
    let width = FeatureTable.columnCount
    let contextWidth = ContextTable.columnCount
    rows.removeAll(keepingCapacity: true)
    for (row, block) in tile.enumerated() {
      rows.append(contentsOf: table.values[(row * width)..<((row + 1) * width)])
      rows.append(contentsOf: context.values[(block * contextWidth)..<((block + 1) * contextWidth)])
    }
  }
}
