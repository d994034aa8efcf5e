/// Scores blocks for main content without any fitted model: density marks, zones, link density, shape.
struct RuleScorer {
  /// The score from which a block counts as main content.
  static let cut: Float = 0.5

  /// The score of each block, 0 to 1.
  ///
  /// Pages whose content is links and cards lose most of it to the rules that clean an article; for them
  /// a laxer set is used.
  func scores(
    _ tree: borrowing BlockTree, _ features: borrowing PageFeatures, trace: LabelTrace? = nil
  ) -> [Float] {
    let strict = scores(tree, features, isStrict: true, trace: trace)
    var kept: Float = 0
    var marked: Float = 0
    for index in tree.blocks.indices {
      let words = features.statistics[index].words
      if strict[index] >= Self.cut { kept += words }
      if features.density.isMarked[index] { marked += words }
    }
    if kept >= marked * Thresholds.leastShareOfMarked { return strict }
    return scores(tree, features, isStrict: false, trace: trace)
  }

  private func scores(
    _ tree: borrowing BlockTree, _ features: borrowing PageFeatures, isStrict: Bool,
    trace: LabelTrace?
  ) -> [Float] {
    trace?.beginRuleScores(blockCount: tree.blocks.count)
    return tree.blocks.indices.map { index in
      var score: Float = 0
      addTerms(of: index, tree, features, isStrict: isStrict) { term, amount in
        score += amount
        trace?.ruleTerms[index].append((term, amount))
      }
      return min(max(score, 0), 1)
    }
  }

  /// Hands over the terms of a block's score.
  @inline(__always)
  private func addTerms(
    of index: Int, _ tree: borrowing BlockTree, _ features: borrowing PageFeatures, isStrict: Bool,
    add: (RuleTerm, Float) -> Void
  ) {
    let boilerplate: Zones = isStrict ? Self.strictBoilerplate : Self.laxBoilerplate
    let block = tree.blocks[index]
    let counts = features.statistics[index]
    let zones = features.zones.zones(of: Int(block.leaf))
    let linkDensity = Float(block.linkCharacters) / Float(max(block.characters, 1))
    let isShort = counts.words < Thresholds.fullTextWords
    if features.density.isMarked[index] {
      add(.marked, Thresholds.markedScore)
    } else {
      add(.unmarked, Thresholds.unmarkedScore)
    }
    if !zones.isDisjoint(with: boilerplate) { add(.boilerplate, -Thresholds.boilerplateCost) }
    if isShort, !zones.isDisjoint(with: [.byline, .tags]) {
      add(.bylineOrTags, -Thresholds.boilerplateCost)
    }
    if isShort, linkDensity > Thresholds.linkedShare {
      add(.links, isStrict ? -Thresholds.linkCost : -Thresholds.laxLinkCost)
    }
    let isInContent =
      !zones.isDisjoint(with: [.main, .article]) && zones.isDisjoint(with: [.aside, .teaser])
    if isInContent, linkDensity < Thresholds.plainShare {
      add(.contentElement, Thresholds.evidenceGain)
    }
    if !isShort, counts.endsSentence { add(.fullSentence, Thresholds.evidenceGain) }
  }

  private static let strictBoilerplate: Zones = [
    .navigation, .footer, .comment, .related, .share, .promotion, .consent, .ticker, .legal,
    .dialog,
    .caption, .aside, .review,
  ]
  private static let laxBoilerplate: Zones = [
    .navigation, .footer, .share, .consent, .legal, .dialog,
  ]
}
