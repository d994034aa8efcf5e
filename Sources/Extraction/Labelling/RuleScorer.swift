/// Scores blocks for main content without any fitted model: density marks, zones, link density, shape.
struct RuleScorer {
  /// The score from which a block counts as main content.
  static let cut: Float = 0.5

  /// The score of each block, 0 to 1.
  ///
  /// Pages whose content is links and cards lose most of it to the rules that clean an article; for them
  /// a laxer set is used.
  func scores(_ tree: borrowing BlockTree, _ features: borrowing PageFeatures) -> [Float] {
    let strict = scores(tree, features, isStrict: true)
    var kept: Float = 0
    var marked: Float = 0
    for index in tree.blocks.indices {
      let words = features.statistics[index].words
      if strict[index] >= Self.cut { kept += words }
      if features.density.isMarked[index] { marked += words }
    }
    if kept >= marked * Thresholds.leastShareOfMarked { return strict }
    return scores(tree, features, isStrict: false)
  }

  private func scores(
    _ tree: borrowing BlockTree, _ features: borrowing PageFeatures, isStrict: Bool
  ) -> [Float] {
    let boilerplate: Zones = isStrict ? Self.strictBoilerplate : Self.laxBoilerplate
    return tree.blocks.indices.map { index in
      let block = tree.blocks[index]
      let counts = features.statistics[index]
      let zones = features.zones.zones(of: Int(block.leaf))
      let linkDensity = Float(block.linkCharacters) / Float(max(block.characters, 1))
      let isShort = counts.words < Thresholds.fullTextWords
      var score: Float =
        features.density.isMarked[index] ? Thresholds.markedScore : Thresholds.unmarkedScore
      if !zones.isDisjoint(with: boilerplate) { score -= Thresholds.boilerplateCost }
      if isShort, !zones.isDisjoint(with: [.byline, .tags]) { score -= Thresholds.boilerplateCost }
      if isShort, linkDensity > Thresholds.linkedShare {
        score -= isStrict ? Thresholds.linkCost : Thresholds.laxLinkCost
      }
      let isInContent =
        !zones.isDisjoint(with: [.main, .article]) && zones.isDisjoint(with: [.aside, .teaser])
      if isInContent, linkDensity < Thresholds.plainShare { score += Thresholds.evidenceGain }
      if !isShort, counts.endsSentence { score += Thresholds.evidenceGain }
      return min(max(score, 0), 1)
    }
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
