/// What stands around the blocks of a page for the trees of the roles, and how it follows when one block's
/// probability of main content were another.
struct TracedContext {
  /// The column of the block's own probability, and of its choice, among those of the context.
  private static let ownColumn = 0
  private static let keptColumn = 9
  /// The columns of the smoothed probabilities, with the weight that the block has in its own.
  private static let smoothedColumns = [7, 8]

  private let probabilities: [Float]
  private let table: [Float]
  private let ownWeights: [Float]
  /// The least probability of a chosen block; over 1 where none is chosen.
  private let leastChosen: Float

  /// The context of a page's blocks.
  init(probabilities: [Float], words: [Float]) {
    self.probabilities = probabilities
    let kept = ExpectedScore.choice(probabilities, words: words)
    var context = ContextTable()
    context.compute(probabilities, words: words, kept: kept)
    table = context.values
    leastChosen = zip(probabilities, kept).filter(\.1).map(\.0).min() ?? 2
    // One block alone, with all its weight on itself, shows how much a block weighs in its own mean.
    context.compute([1], words: [1], kept: [true])
    ownWeights = Self.smoothedColumns.map { [values = context.values] in values[$0] }
  }

  /// The context columns of a block.
  func values(of block: Int) -> [Float] {
    let width = ContextTable.columnCount
    return Array(table[block * width..<(block + 1) * width])
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
    let width = ContextTable.columnCount
    var values: [(column: Int, value: Float)] = [
      (first + Self.ownColumn, probability),
      (first + Self.keptColumn, probability >= leastChosen ? 1 : 0),
    ]
    for (column, weight) in zip(Self.smoothedColumns, ownWeights) {
      let smoothed = hasOwnNeighbours ? table[block * width + column] : typical[first + column]
      let before = hasOwnNeighbours ? probabilities[block] : typical[first + Self.ownColumn]
      values.append((first + column, smoothed + weight * (probability - before)))
    }
    return values
  }
}
