/// Tells lines that hold a date, by their numbers and the names of months.
enum DateText {
  /// The longest line looked at, in bytes; longer ones are sentences.
  private static let longestLine = 200
  /// Years that a line of four digits alone may mean: from the first that news of today speak of.
  private static let years = 1_900...2_100
  /// Day before month: only whether there is a date counts here.
  private static let reader = DateReader(language: nil)

  /// Whether a line holds a year of four digits, of any script, or a date that ``DateReader`` knows, as
  /// in `17.05.24`.
  static func isDated(_ text: String) -> Bool {
    guard text.utf8.count <= longestLine else { return false }
    let holdsYear = DateToken.tokens(of: text).contains { token in
      if case .number(let year, digits: 4) = token { years.contains(year) } else { false }
    }
    return holdsYear || !reader.shown(in: text).isEmpty
  }

  /// Whether a line is a date and nothing else: two or three words with two numbers, as in "March 20, 2026".
  static func isDateOnly(_ counts: BlockStatistics) -> Bool {
    counts.words <= 4 && counts.numbers >= 2 && counts.digits >= 5 && counts.digits <= 8
  }
}
