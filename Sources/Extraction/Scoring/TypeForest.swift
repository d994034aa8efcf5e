internal import CModel

/// Boosted trees that tell the kind of a page from one row of numbers, compiled in as C tables.
@safe
struct TypeForest {
  /// The names of the row's columns: the means of the blocks' values, the page's values, and the share of the page's words
  /// that each role is expected to have.
  static let columnNames =
    FeatureLayout.blockValues.map { "mean." + $0 } + FeatureLayout.pageValues
    + Role.allCases.map { "role." + $0.name }

  private var row: [Float] = []
  private var blockCount: Float = 0
  private var words: Float = 0

  init() {
    precondition(
      Int(winnow_type_feature_count) == Self.columnNames.count,
      "the trees were fitted on other columns")
    clear()
  }

  /// Begins a page.
  mutating func clear() {
    row.reset(count: Self.columnNames.count)
    blockCount = 0
    words = 0
  }

  /// Adds some blocks of the page.
  mutating func add(_ part: borrowing PartFeatures) {
    for value in FeatureLayout.blockValues.indices {
      row[value] += part.blockValues.sum(value, over: part.rows)
    }
    for value in FeatureLayout.pageValues.indices {
      row[FeatureLayout.blockValues.count + value] = part.pageValues[value, 0]
    }
    blockCount += Float(part.blocks.count)
  }

  /// Adds the probabilities of the roles of some blocks: for each block those of all roles.
  mutating func add(_ roles: [Float], of blocks: Range<Int>, words: [Float]) {
    let classes = Role.allCases.count
    precondition(roles.count == blocks.count * classes, "a probability for each role")
    let first = row.count - classes
    var total = self.words
    var row = row.mutableSpan
    for (place, block) in blocks.enumerated() {
      let words = words[block]
      for role in 0..<classes { row[first + role] += roles[place * classes + role] * words }
      total += words
    }
    self.words = total
  }

  /// The most probable kind of the page; `nil` for a page without blocks.
  mutating func estimate() -> PageTypeEstimate? {
    guard blockCount > 0 else { return nil }
    for value in FeatureLayout.blockValues.indices { row[value] /= blockCount }
    for role in row.indices.suffix(Role.allCases.count) { row[role] /= max(words, 1) }
    let types = PageType.allCases
    var sums = [Float](repeating: 0, count: types.count)
    var forest = unsafe winnow_type_forest
    unsafe winnow_add_row(&forest, row, &sums)
    Softmax.apply(to: &sums, classes: types.count)
    guard let best = sums.indices.max(by: { sums[$0] < sums[$1] }) else { return nil }
    return PageTypeEstimate(type: types[best], probability: sums[best])
  }
}
