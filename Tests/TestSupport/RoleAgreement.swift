/// How well the roles found for a page agree with the expected ones, counted in words.
///
/// The words of a role are a bag: where the blocks of a page are cut does not matter. In scripts without
/// spaces each character counts as a word.
public struct RoleAgreement: Sendable {
  /// The share of the expected words that were found under their role, 0 to 1.
  public let accuracy: Double
  /// The word F1 of the role `article`, 0 to 1; 1 where none is expected and none is found.
  public let articleF1: Double

  /// For each role that is expected or found, the words expected, found, and found rightly.
  public let counts: [String: Counts]

  /// Words of a role.
  public struct Counts: Sendable {
    /// How many are expected.
    public var expected = 0
    /// How many were found.
    public var found = 0
    /// How many of those that were found are expected.
    public var right = 0

    /// No words.
    public init() {}

    /// The word F1, 0 to 1; 1 where no word is expected and none is found.
    public var f1: Double {
      expected + found == 0 ? 1 : 2 * Double(right) / Double(expected + found)
    }
  }

  /// Compares blocks.
  public init(expected: [ExpectedBlock], found: [ExpectedBlock]) {
    let wanted = Self.bags(expected)
    let given = Self.bags(found)
    var total = 0
    var hits = 0
    for (role, bag) in wanted {
      total += bag.values.reduce(0, +)
      hits += Self.common(bag, given[role] ?? [:])
    }
    var counts: [String: Counts] = [:]
    for role in Set(wanted.keys).union(given.keys) {
      var words = Counts()
      words.expected = (wanted[role] ?? [:]).values.reduce(0, +)
      words.found = (given[role] ?? [:]).values.reduce(0, +)
      words.right = Self.common(wanted[role] ?? [:], given[role] ?? [:])
      counts[role] = words
    }
    self.counts = counts
    accuracy = total == 0 ? 1 : Double(hits) / Double(total)
    let article = wanted["article"] ?? [:]
    let kept = given["article"] ?? [:]
    let size = article.values.reduce(0, +) + kept.values.reduce(0, +)
    articleF1 = size == 0 ? 1 : 2 * Double(Self.common(article, kept)) / Double(size)
  }

  private static func common(_ left: [String: Int], _ right: [String: Int]) -> Int {
    left.reduce(0) { $0 + min($1.value, right[$1.key] ?? 0) }
  }

  private static func bags(_ blocks: [ExpectedBlock]) -> [String: [String: Int]] {
    var bags: [String: [String: Int]] = [:]
    for block in blocks {
      for word in words(of: block.text) { bags[block.role, default: [:]][word, default: 0] += 1 }
    }
    return bags
  }

  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      let isEndless =
        (0x0e00...0x0eff).contains(scalar.value) || (0x3041...0x9fff).contains(scalar.value)
      if isEndless || !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil) {
        if !word.isEmpty { words.append(word) }
        word = ""
        if isEndless { words.append(String(scalar)) }
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
