private import Glibc

/// Probabilities from the fitted trees: of main content, and of the ten roles.
///
/// The buffers are reused from page to page.
struct FittedScorer {
  private let mainTrees = TreeEnsemble.main
  private let roleTrees = TreeEnsemble.role
  private var table = FeatureTable()
  private var context = ContextTable()
  private var rows: [Float] = []

  /// The probability of main content of each block.
  private(set) var probabilities: [Float] = []
  /// The probabilities of the ten roles of each block, ten values a block.
  private(set) var roleProbabilities: [Float] = []

  /// Computes both for a page.
  ///
  /// - Returns: Whether each block is chosen as main content.
  mutating func score(_ tree: BlockTree, _ features: PageFeatures) -> [Bool] {
    table.compute(tree, features)
    probabilities = Self.mainProbabilities(table.values.span, trees: mainTrees)
    let words = features.statistics.map(\.words)
    let kept = ExpectedScore.choice(probabilities, words: words)
    context.compute(probabilities, words: words, kept: kept)
    joinRows()
    roleProbabilities = Self.roleProbabilities(
      rows.span, width: FeatureTable.columnCount + ContextTable.columnCount, trees: roleTrees)
    return kept
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
    let classes = Role.allCases.count
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

  private mutating func joinRows() {
    let width = FeatureTable.columnCount
    let contextWidth = ContextTable.columnCount
    rows.removeAll(keepingCapacity: true)
    for row in probabilities.indices {
      rows.append(contentsOf: table.values[(row * width)..<((row + 1) * width)])
      rows.append(contentsOf: context.values[(row * contextWidth)..<((row + 1) * contextWidth)])
    }
  }
}
