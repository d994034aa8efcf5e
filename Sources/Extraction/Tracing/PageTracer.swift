/// Puts together why each block of a page has its role.
struct PageTracer {
  private let tree: BlockTree
  private let features: PageFeatures
  private let trace: LabelTrace
  private let labels: PageLabels
  private let steps: StepReader

  /// A tracer of a page that was labelled with that trace.
  init(_ tree: BlockTree, _ features: PageFeatures, _ labels: PageLabels, _ trace: LabelTrace) {
    self.tree = tree
    self.features = features
    self.labels = labels
    self.trace = trace
    steps = StepReader(tree, labels, trace)
  }

  /// The blocks with their reasons.
  func blocks() -> [BlockTrace] {
    var blocks = tree.blocks.indices.map(block)
    guard trace.usesModel, !trace.isBareDocument else { return blocks }
    var reader = EffectReader(
      TracedContext(
        probabilities: trace.probabilities, words: features.statistics.map(\.words)))
    var table = FeatureTable()
    for index in blocks.indices.prefix(PageExplanation.mostExplained) {
      table.compute(tree, features, blocks: index..<(index + 1))
      addEffects(
        reader.effects(of: index, row: table.values[...], role: trace.choice[index]),
        row: table.values, role: trace.choice[index], to: &blocks[index])
    }
    return blocks
  }

  /// The probability from which blocks were chosen.
  var cut: Double? {
    zip(trace.joined, trace.chosen).filter(\.1).map { Double($0.0) }.min()
  }

  private func block(_ index: Int) -> BlockTrace {
    let block = tree.blocks[index]
    let scale = 2
    let highest = max(features.smoothed.largest[scale], 0.01)
    let roleCount = Role.allCases.count
    let usesModel = trace.usesModel && !trace.isBareDocument
    return BlockTrace(
      text: tree.string(of: block), role: labels.roles[index], kind: block.kind,
      path: path(of: block), isHidden: block.flags.contains(.hidden),
      followsLineBreak: block.flags.contains(.followsLineBreak),
      wordCount: Int(features.statistics[index].words.rounded(.up)),
      linkDensity: Double(block.linkCharacters) / Double(max(block.characters, 1)),
      score: Double(labels.scores[index]),
      density: Double(features.density.composite[Int(block.node)]),
      smoothedDensity: Double(features.smoothed.values[scale][index] / highest),
      roleProbabilities: usesModel
        ? trace.roleProbabilities[index * roleCount..<(index + 1) * roleCount].map(Double.init)
        : [],
      steps: steps.steps(of: index))
  }

  /// The most elements named above a block.
  ///
  /// A page that nests a thousand elements around each of its blocks would fill the memory with their names.
  private static let longestPath = 12

  /// The elements above a block from the outermost down; the nearest of them, where there are many.
  private func path(of block: Block) -> String {
    var names: [String] = []
    var node = Int(block.node)
    while node != 0, names.count < Self.longestPath {
      names.append(tree.nodes[node].name.name)
      node = Int(tree.nodes[node].parent)
    }
    return (node == 0 ? "" : "…/") + names.reversed().joined(separator: "/")
  }

  /// Effects under this, in probability, are not worth a word.
  private static let leastEffect = 0.005
  /// The most features named of a group.
  private static let mostFacts = 3

  private func addEffects(
    _ effects: EffectReader.Effects, row: [Float], role: Role, to block: inout BlockTrace
  ) {
    block.explainedRole = role
    block.probability = effects.probability
    block.typicalProbability = effects.typicalProbability
    block.effects = effects.groups.sorted { $0.effect.magnitude > $1.effect.magnitude }
    for group in block.effects.map(\.group) {
      let columns = effects.columns
        .filter { FeatureGrouping.groups[$0.column] == group }
        .filter { $0.column < FeatureTable.columnCount && $0.effect.magnitude >= Self.leastEffect }
        .sorted { ($1.effect.magnitude, $0.column) < ($0.effect.magnitude, $1.column) }
      for (column, effect) in columns.prefix(Self.mostFacts) {
        let name = FeatureTable.columnNames[column]
        block.facts.append(
          FeatureFact(
            group: group, feature: name, value: Double(row[column]), effect: effect,
            words: FeaturePhrase.words(for: name, value: row[column])))
      }
    }
  }
}
