private import Glibc

/// Scores made-up rows as the fitted trees score the blocks of a page.
///
/// It is the only part of the tracing that knows how the trees are asked.
struct ProbabilityProbe {
  /// The columns that any tree looks at, of the feature table and then of the context.
  static let columns: [Int] = ModelColumns.slots.indices.filter { ModelColumns.slots[$0] >= 0 }
  /// The columns of the feature table and the context.
  static let columnCount = ModelColumns.slots.count

  private let mainTrees = TreeEnsemble.main
  private let roleTrees = TreeEnsemble.role
  private var tiles = ColumnTiles()
  private var sums: [Float] = []

  /// Makes room for rows, all zero.
  mutating func reset(rowCount: Int) { tiles.reset(rowCount: rowCount) }

  /// Sets one of ``columns`` of a row; others are nothing to the trees.
  mutating func set(_ column: Int, ofRow row: Int, to value: Float) {
    let slot = ModelColumns.slots[column]
    if slot >= 0 { tiles.set(slot: Int(slot), row: row, to: value) }
  }

  /// The probability of main content of each row.
  mutating func mainProbabilities() -> [Float] {
    sums.reset(count: tiles.rowCount)
    mainTrees.add(tiles, classes: 1, to: &sums)
    return sums.map { 1 / (1 + expf(-$0)) }
  }

  /// The probabilities of the ten roles of each row, ten values a row.
  mutating func roleProbabilities() -> [Float] {
    sums.reset(count: tiles.rowCount * Role.allCases.count)
    roleTrees.add(tiles, classes: Role.allCases.count, to: &sums)
    FittedScorer.softmax(&sums, classes: Role.allCases.count)
    return sums
  }
}
