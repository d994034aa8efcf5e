import Extraction

/// Words by the role they have and the role they were found under.
///
/// Texts are bags of words, so that where they are cut does not matter. A word that a page has under one role
/// in both is found right; what is left of it is shared out evenly among the roles it was found under, so that
/// the counts are no whole numbers.
public struct RoleConfusion: Sendable, Equatable {
  /// Roles, and one more for words that are missing (as a column) or invented (as a row).
  public static let size = Role.allCases.count + 1
  /// The index of missing and invented words.
  public static let none = Role.allCases.count

  /// Words, row after row: the true role is the row, the one found the column.
  public private(set) var words = [Double](repeating: 0, count: size * size)

  /// No words.
  public init() {}

  /// Words under a role that were found under another.
  public func words(of wanted: Int, foundAs found: Int) -> Double {
    words[wanted * Self.size + found]
  }

  /// Compares the bags of the roles of a page.
  init(found: [Bag<String>], wanted: [Bag<String>]) {
    var vocabulary: Set<String> = []
    for bag in found + wanted { vocabulary.formUnion(bag.counts.keys) }
    // The order of a set differs from run to run, and with it the last digits of sums.
    for word in vocabulary.sorted() {
      share(
        found: found.map { $0.counts[word] ?? 0 }, wanted: wanted.map { $0.counts[word] ?? 0 })
    }
  }

  private mutating func share(found: [Int], wanted: [Int]) {
    var surplus = [Double](repeating: 0, count: Self.size)
    var deficit = surplus
    for role in found.indices {
      let right = min(found[role], wanted[role])
      words[role * Self.size + role] += Double(right)
      surplus[role] = Double(found[role] - right)
      deficit[role] = Double(wanted[role] - right)
    }
    let difference = surplus.reduce(0, +) - deficit.reduce(0, +)
    if difference > 0 { deficit[Self.none] = difference }
    if difference < 0 { surplus[Self.none] = -difference }
    let total = surplus.reduce(0, +)
    guard total > 0 else { return }
    for row in 0..<Self.size where deficit[row] > 0 {
      for column in 0..<Self.size where surplus[column] > 0 {
        words[row * Self.size + column] += deficit[row] * surplus[column] / total
      }
    }
  }

  /// Adds the words of another page.
  public static func += (sum: inout Self, other: Self) {
    for index in sum.words.indices { sum.words[index] += other.words[index] }
  }
}
