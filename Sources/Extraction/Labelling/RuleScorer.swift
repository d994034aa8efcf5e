private import Glibc
/// Scores blocks for main content without any fitted model: density marks, zones, link density, shape.
struct RuleScorer {
  /// The score of each block, 0 to 1.
  func scores(_ tree: borrowing BlockTree, _ features: borrowing PageFeatures) -> [Float] {
    let strict = scores(tree, features, isStrict: true)
    var kept: Float = 0
    var marked: Float = 0
    for index in tree.blocks.indices {
      let words = features.statistics[index].words
      if strict[index] >= 0.5 { kept += words }
      if features.density.isMarked[index] { marked += words }
    }
    if kept >= marked * (unsafe Float(atof(getenv("T1")))) { return strict }
    return scores(tree, features, isStrict: false)
  }

  private func scores(
    _ tree: borrowing BlockTree, _ features: borrowing PageFeatures, isStrict: Bool
  ) -> [Float] {
    tree.blocks.indices.map { index in
      let block = tree.blocks[index]
      let statistics = features.statistics[index]
      let zones = features.zones.zones(of: Int(block.leaf))
      let linkDensity = Float(block.linkCharacters) / Float(max(block.characters, 1))
      var score: Float = features.density.isMarked[index] ? 0.7 : 0.3
      let boiler: Zones = isStrict ? [.navigation, .footer, .comment, .related, .share, .promotion, .consent, .ticker, .legal, .dialog, .caption] :
      [.navigation, .footer, .share, .consent, .legal, .dialog]
      if !zones.isDisjoint(with: boiler) { score -= 0.35 }
      if !zones.isDisjoint(with: [.byline, .tags, .breadcrumb]), statistics.words < 12 { score -= 0.35 }
      if linkDensity > 0.7, statistics.words < 12 { score -= isStrict ? 0.25 : (unsafe Float(atof(getenv("T2")))) }
      if !zones.isDisjoint(with: [.main, .article]), zones.isDisjoint(with: [.aside, .teaser]), linkDensity < 0.2 { score += 0.1 }
      if statistics.words >= 12, statistics.endsSentence { score += 0.1 }
      return min(max(score, 0), 1)
    }
  }
}
