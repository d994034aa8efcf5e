/// How much of what was found is wanted: counts of words or runs of words.
public struct Overlap: Sendable, Equatable {
  /// What was found and is wanted.
  public var hits = 0
  /// What was found.
  public var found = 0
  /// What is wanted.
  public var wanted = 0

  /// Nothing found and nothing wanted.
  public init() {}

  /// The overlap of two bags.
  public init<Element>(found: Bag<Element>, wanted: Bag<Element>) {
    hits = found.common(with: wanted)
    self.found = found.total
    self.wanted = wanted.total
  }

  /// The three counts.
  public init(hits: Int, found: Int, wanted: Int) {
    self.hits = hits
    self.found = found
    self.wanted = wanted
  }

  /// The share of what was found that is wanted; 0 when nothing was found.
  public var precision: Double { found == 0 ? 0 : Double(hits) / Double(found) }
  /// The share of what is wanted that was found; 0 when nothing is wanted.
  public var recall: Double { wanted == 0 ? 0 : Double(hits) / Double(wanted) }
  /// The harmonic mean of precision and recall; 0 when they have nothing in common.
  public var f1: Double { hits == 0 ? 0 : 2 * Double(hits) / Double(found + wanted) }

  /// The same where nothing wanted and nothing found is a success: 1 then, 0 where something was found.
  public var scoresOfPage: (f1: Double, precision: Double, recall: Double) {
    guard wanted == 0 else { return (f1, precision, recall) }
    return found == 0 ? (1, 1, 1) : (0, 0, 0)
  }

  /// Adds the counts of another.
  public static func += (sum: inout Self, other: Self) {
    sum.hits += other.hits
    sum.found += other.found
    sum.wanted += other.wanted
  }
}
