/// Finds what each group of features does to the probability of a block's role.
///
/// The groups are switched between the block's own values and those of a typical block, in every combination,
/// and the trees asked each time. From the answers come the Shapley values of the groups (Shapley 1953; for
/// predictions: Štrumbelj and Kononenko, JMLR 2010), which add up to what sets the block apart.
struct EffectReader {
  /// What was found for a block.
  struct Effects {
    /// The probability of its role.
    var probability: Double
    /// The probability of the same role for a typical block.
    var typicalProbability: Double
    /// What each group does.
    var groups: [GroupEffect]
    /// What single columns do, by column.
    var columns: [(column: Int, effect: Double)]
  }

  private static let groupCount = FeatureGroup.allCases.count
  private static let subsetCount = 1 << groupCount
  private static let groups = FeatureGrouping.groups.map { Int($0.rawValue) }
  /// What a set of so many groups weighs in the mean over all orders in which groups can be added.
  private static let weights: [Double] = (0..<groupCount).map { size in
    let factorials = (0...groupCount).map { $0 < 2 ? 1 : (2...$0).reduce(1.0) { $0 * Double($1) } }
    return factorials[size] * factorials[groupCount - size - 1] / factorials[groupCount]
  }

  private var probe = ProbabilityProbe()
  private let context: TracedContext

  /// A reader of blocks whose context is that.
  init(_ context: TracedContext) { self.context = context }

  /// Finds the effects for a block.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - row: Its values of the feature table's columns.
  ///   - role: The role whose probability is looked at; for `article` it is that of main content.
  /// - Returns: The effects.
  mutating func effects(of block: Int, row: ArraySlice<Float>, role: Role) -> Effects {
    let own = Array(row) + context.values(of: block)
    let typical = TypicalBlock.values
    let values = subsetValues(own, typical, block: block, role: role)
    let probability = values[Self.subsetCount - 1]
    return Effects(
      probability: probability, typicalProbability: values[0],
      groups: FeatureGroup.allCases.map { group in
        GroupEffect(group: group, effect: Self.shapleyValue(of: Int(group.rawValue), values))
      },
      columns: columnEffects(own, typical, block: block, role: role, values: values))
  }

  /// The probability for each set of groups that keep the block's own values; bit `i` is group `i`.
  private mutating func subsetValues(
    _ own: [Float], _ typical: [Float], block: Int, role: Role
  ) -> [Double] {
    probe.reset(rowCount: Self.subsetCount)
    for column in ProbabilityProbe.columns {
      let group = Self.groups[column]
      for subset in 0..<Self.subsetCount {
        probe.set(
          column, ofRow: subset, to: subset >> group & 1 == 1 ? own[column] : typical[column])
      }
    }
    let neighbours = Int(FeatureGroup.neighbours.rawValue)
    return probabilities(rowCount: Self.subsetCount, block: block, role: role) {
      $0 >> neighbours & 1 == 1
    }
  }

  /// What each column does: the mean of what is lost without it and what it gains a typical block, the last
  /// and the first place in the orders that a Shapley value is the mean over.
  private mutating func columnEffects(
    _ own: [Float], _ typical: [Float], block: Int, role: Role, values: [Double]
  ) -> [(column: Int, effect: Double)] {
    let columns = ProbabilityProbe.columns.filter {
      own[$0] != typical[$0] && !TracedContext.isOwn($0)
    }
    let count = columns.count
    probe.reset(rowCount: 2 * count)
    for column in ProbabilityProbe.columns {
      for row in 0..<count {
        probe.set(column, ofRow: row, to: own[column])
        probe.set(column, ofRow: row + count, to: typical[column])
      }
    }
    for (row, column) in columns.enumerated() {
      probe.set(column, ofRow: row, to: typical[column])
      probe.set(column, ofRow: row + count, to: own[column])
    }
    let changed = probabilities(rowCount: 2 * count, block: block, role: role) { $0 < count }
    return columns.indices.map { row in
      let lost = values[Self.subsetCount - 1] - changed[row]
      let gained = changed[row + count] - values[0]
      return (columns[row], (lost + gained) / 2)
    }
  }

  /// The probability of the role for each row that was set; the block's own place in its context follows the
  /// row's probability of main content.
  private mutating func probabilities(
    rowCount: Int, block: Int, role: Role, hasOwnNeighbours: (Int) -> Bool
  ) -> [Double] {
    let main = probe.mainProbabilities()
    guard role != .article else { return main.map(Double.init) }
    for row in 0..<rowCount {
      let values = context.ownValues(
        of: block, probability: main[row], hasOwnNeighbours: hasOwnNeighbours(row))
      for (column, value) in values { probe.set(column, ofRow: row, to: value) }
    }
    let roles = probe.roleProbabilities()
    let count = Role.allCases.count
    return (0..<rowCount).map { Double(roles[$0 * count + Int(role.rawValue)]) }
  }

  private static func shapleyValue(of group: Int, _ values: [Double]) -> Double {
    var sum = 0.0
    for subset in 0..<subsetCount where subset >> group & 1 == 0 {
      sum += weights[subset.nonzeroBitCount] * (values[subset | 1 << group] - values[subset])
    }
    return sum
  }
}
