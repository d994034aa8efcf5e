/// What stands around the blocks of a page for the trees of the roles, and how it follows when one block's
/// probability of main content were another.
struct TracedContext {
  /// The column of the block's own probability, and of its choice, among those of the context.
  private static let ownColumn = column(named: "p")
  private static let keptColumn = column(named: "kept")
  /// The columns of the smoothed probabilities.
  private static let smoothedColumns = ["smoothed2", "smoothed6"].map { column(named: $0) }

  private static func column(named name: String) -> Int {
    guard let column = FeatureLayout.contextColumns.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("no column of the context is named \(name)")
    }
    return column
  }

  private let probabilities: [Float]
  private let context: ContextTable
  private let ownWeights: [Float]
  /// The least probability of a chosen block; over 1 where none is chosen.
  private let leastChosen: Float

  /// The context of a page's blocks.
  init(probabilities: [Float], words: [Float]) {
    self.probabilities = probabilities
    let kept = ExpectedScore.choice(probabilities, words: words)
    var context = ContextTable()
    context.compute(probabilities, words: words, kept: kept)
    self.context = context
    leastChosen = zip(probabilities, kept).filter(\.1).map(\.0).min() ?? 2
    // One block alone, with all its weight on itself, shows how much a block weighs in its own mean.
    context.compute([1], words: [1], kept: [true])
    ownWeights = Self.smoothedColumns.map { Self.value(ofColumn: $0, of: 0, in: context) }
  }

  /// The context columns of a block.
  func values(of block: Int) -> [Float] {
    FeatureLayout.contextColumns.indices.map { Self.value(ofColumn: $0, of: block, in: context) }
  }

  private static func value(
    ofColumn column: Int, of block: Int, in context: ContextTable
  ) -> Float {
    switch FeatureLayout.contextColumns[column].source {
    case .context(let value, let offset):
      let exists = (0..<context.blocks.count).contains(block + offset)
      return exists ? context.blocks[value, block + offset] : -1
    case .pageContext(let value): return context.page[value, 0]
    default: preconditionFailure("no column of the context")
    }
  }

  /// Whether a column follows the block's own probability, so that it is nothing to be changed by itself.
  static func isOwn(_ column: Int) -> Bool {
    [ownColumn, keptColumn].contains(column - FeatureTable.columnCount)
  }

  /// What the columns that follow the block's own probability would be, were it another.
  func ownValues(
    of block: Int, probability: Float, hasOwnNeighbours: Bool
  ) -> [(column: Int, value: Float)] {
    let first = FeatureTable.columnCount
    let typical = TypicalBlock.values
    var values: [(column: Int, value: Float)] = [
      (first + Self.ownColumn, probability),
      (first + Self.keptColumn, probability >= leastChosen ? 1 : 0),
    ]
    for (column, weight) in zip(Self.smoothedColumns, ownWeights) {
      let smoothed =
        hasOwnNeighbours
        ? Self.value(ofColumn: column, of: block, in: context) : typical[first + column]
      let before = hasOwnNeighbours ? probabilities[block] : typical[first + Self.ownColumn]
      values.append((first + column, smoothed + weight * (probability - before)))
    }
    return values
  }
}
