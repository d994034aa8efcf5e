/// The word F1 that a choice of blocks can expect, and the choice that expects the most.
enum ExpectedScore {
  /// How much more a chosen word costs than the plain formula says; over 0 favours precision.
  ///
  /// Of -0.15, 0 and 0.15 the last was best out of fold on the development pages (.8660, .8675, .8687).
  static let precisionBias: Float = 0.15
  /// The largest probability on a page under which the page has no content.
  ///
  /// From the calibration of a prototype on the development pages: half of the pages so found have an empty
  /// reference, and the others lose nothing.
  static let emptyBelow: Float = 0.3

  /// 2·Σ p·n (kept) / (Σ n (kept) + Σ p·n (all)), n the words of a block and p its probability.
  ///
  /// A page from which nothing is kept is as certain as no block of it is content.
  static func wordF1(_ scores: [Float], words: [Float], kept: [Bool]) -> Float {
    var hits: Float = 0
    var chosen: Float = 0
    var wanted: Float = 0
    for index in scores.indices {
      wanted += scores[index] * words[index]
      guard kept[index] else { continue }
      hits += scores[index] * words[index]
      chosen += words[index]
    }
    guard chosen > 0 else { return 1 - (scores.max() ?? 0) }
    return min(2 * hits / max(chosen + wanted, 1e-6), 1)
  }

  /// The blocks, most probable first, up to where the expected F1 is largest; of equal ones the first.
  static func choice(
    _ probabilities: [Float], words: [Float], precisionBias: Float = precisionBias
  ) -> [Bool] {
    var kept = [Bool](repeating: false, count: probabilities.count)
    guard let largest = probabilities.max(), largest >= emptyBelow else { return kept }
    let keys = Self.orderedKeys(of: probabilities)
    var wanted: Float = 0
    for index in probabilities.indices { wanted += probabilities[index] * words[index] }
    var hits: Float = 0
    var chosen: Float = 0
    var best: (value: Float, count: Int) = (-1, 0)
    for (place, key) in keys.enumerated() {
      let index = Self.index(of: key)
      hits += probabilities[index] * words[index]
      chosen += words[index]
      let value = 2 * hits / max(chosen * (1 + precisionBias) + wanted, 1e-9)
      if value > best.value { best = (value, place + 1) }
    }
    for key in keys.prefix(best.count) { kept[Self.index(of: key)] = true }
    return kept
  }

  private static func index(of key: UInt64) -> Int { Int(key & 0xffff_ffff) }

  /// Keys of the probabilities, from the largest down; of equal ones the first.
  ///
  /// The bits of positive numbers are ordered as the numbers are, so that whole numbers are sorted.
  private static func orderedKeys(of probabilities: [Float]) -> [UInt64] {
    var keys: [UInt64] = []
    keys.reserveCapacity(probabilities.count)
    for (index, probability) in probabilities.enumerated() {
      keys.append(UInt64(~probability.magnitude.bitPattern) << 32 | UInt64(index))
    }
    keys.sort()
    return keys
  }
}
