/// Labels every block of a page.
struct PageLabeller {
  private let scorer = RuleScorer()
  private let labeller = RuleLabeller()

  /// The labels of a page of markup.
  func labels(_ tree: borrowing BlockTree, _ features: borrowing PageFeatures) -> PageLabels {
    let scores = scorer.scores(tree, features)
    var kept = scores.map { $0 >= RuleScorer.cut }
    let isBarred = tree.blocks.map { block in
      !features.zones.zones(of: Int(block.leaf)).isDisjoint(with: .boilerplate)
    }
    StructurePass(tree, features, isBarred: isBarred).mend(&kept)
    var words: Float = 0
    for index in kept.indices where kept[index] { words += features.statistics[index].words }
    if words < Thresholds.fewestWords { kept = kept.map { _ in false } }
    return PageLabels(
      scores: scores, roles: labeller.roles(tree, features, kept: kept),
      confidence: ExpectedScore.wordF1(scores, features.statistics, kept: kept))
  }

  /// The labels of a plain text.
  func textLabels(_ tree: borrowing BlockTree, _ features: borrowing PageFeatures) -> PageLabels {
    let roles = PlainTextLabeller.roles(tree, features)
    let scores: [Float] = roles.map {
      $0 == .article ? PlainTextThresholds.score : 1 - PlainTextThresholds.score
    }
    return PageLabels(
      scores: scores, roles: roles,
      confidence: ExpectedScore.wordF1(
        scores, features.statistics, kept: roles.map { $0 == .article }))
  }
}
