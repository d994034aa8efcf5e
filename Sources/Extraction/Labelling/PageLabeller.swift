/// Labels every block of a page.
struct PageLabeller {
  /// What records call the labelling without a fitted model.
  static let rulesName = "rules"

  private let scorer = RuleScorer()
  private let labeller = RuleLabeller()
  private var fitted: FittedScorer?

  /// The labels of a page of markup, by the fitted trees.
  mutating func labels(
    _ tree: BlockTree, _ features: PageFeatures,
    precisionBias: Float = ExpectedScore.precisionBias, trace: LabelTrace? = nil
  ) -> PageLabels {
    var fitted = self.fitted.take() ?? FittedScorer()
    defer { self.fitted = fitted }
    var kept = fitted.score(
      tree, features, precisionBias: precisionBias, keepsRoles: trace != nil)
    trace?.chosen = kept
    let words = fitted.words
    StrayEntries.drop(from: &kept, tree, words: words)
    ScriptNotice.drop(from: &kept, tree, words: words)
    ErrorShell.drop(from: &kept, tree, features)
    VerseLines.complete(&kept, tree, words: words)
    trace?.kept = kept
    var roles = RoleChoice.roles(fitted.otherRoles, fitted.otherProbabilities, kept: kept)
    trace?.note(fitted, choice: roles)
    InlineTeasers.relabel(&roles, tree, features)
    if fitted.pageType?.type == .article { HeadLines.relabel(&roles, tree, features) }
    if tree.blocks.count <= Thresholds.fewestBlocksOfASite, !roles.contains(.article) {
      trace?.isBareDocument = true
      return ruleLabels(tree, features, trace: trace)
    }
    return PageLabels(
      scores: fitted.probabilities, roles: roles,
      confidence: ExpectedScore.wordF1(
        fitted.probabilities, words: words, kept: roles.map { $0 == .article }),
      model: TreeEnsemble.modelName, pageType: fitted.pageType)
  }

  /// The labels of a page of markup, by density and rules alone.
  func ruleLabels(
    _ tree: borrowing BlockTree, _ features: borrowing PageFeatures, trace: LabelTrace? = nil
  ) -> PageLabels {
    let scores = scorer.scores(tree, features, trace: trace)
    var kept = scores.map { $0 >= RuleScorer.cut }
    let isBarred = tree.blocks.map { block in
      !features.zones.zones(of: Int(block.leaf)).isDisjoint(with: .boilerplate)
    }
    trace?.ruleChoice = kept
    StructurePass(tree, features, isBarred: isBarred).mend(&kept)
    ScriptNotice.drop(from: &kept, tree, words: features.statistics.map(\.words))
    trace?.mendedChoice = kept
    var words: Float = 0
    for index in kept.indices where kept[index] { words += features.statistics[index].words }
    if words < Thresholds.fewestWords {
      kept = PlainNote.sentences(tree, features)
      trace?.isTooShort = !kept.contains(true)
      trace?.isPlainNote = kept.contains(true)
    }
    var roles = labeller.roles(tree, features, kept: kept, trace: trace)
    trace?.choice = roles
    InlineTeasers.relabel(&roles, tree, features)
    return PageLabels(
      scores: scores, roles: roles,
      confidence: ExpectedScore.wordF1(
        scores, words: features.statistics.map(\.words), kept: roles.map { $0 == .article }),
      model: Self.rulesName, pageType: nil)
  }

  /// The labels of a plain text.
  func textLabels(
    _ tree: borrowing BlockTree, _ features: borrowing PageFeatures, trace: LabelTrace? = nil
  ) -> PageLabels {
    let roles = PlainTextLabeller.roles(tree, features, trace: trace)
    let kept = roles.map { $0 == .article }
    let scores = kept.map { $0 ? PlainTextThresholds.score : 1 - PlainTextThresholds.score }
    return PageLabels(
      scores: scores, roles: roles,
      confidence: ExpectedScore.wordF1(
        scores, words: features.statistics.map(\.words), kept: kept),
      model: Self.rulesName, pageType: nil)
  }
}
