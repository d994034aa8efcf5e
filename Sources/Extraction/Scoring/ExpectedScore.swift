/// The word F1 that a choice of blocks can expect, from the probabilities of its blocks.
enum ExpectedScore {
  /// 2·Σ p·n (kept) / (Σ n (kept) + Σ p·n (all)), n the words of a block and p its probability.
  ///
  /// A page without words of content is certain to be empty: 1 less the largest probability.
  static func wordF1(_ scores: [Float], _ statistics: [BlockStatistics], kept: [Bool]) -> Float {
    var hits: Float = 0
    var chosen: Float = 0
    var wanted: Float = 0
    for index in scores.indices {
      let words = statistics[index].words
      wanted += scores[index] * words
      guard kept[index] else { continue }
      hits += scores[index] * words
      chosen += words
    }
    guard chosen > 0 else { return 1 - (scores.max() ?? 0) }
    return 2 * hits / max(chosen + wanted, 1)
  }
}
