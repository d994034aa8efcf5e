/// Tells lines that hold a date, by their numbers alone.
enum DateText {
  /// Whether a line holds a year of four digits, or a day, month and year parted by marks.
  static func isDated(_ text: String) -> Bool {
    guard text.utf8.count <= 200 else { return false }
    return text.split(whereSeparator: { !$0.isNumber }).contains { run in
      guard run.count == 4, let year = Int(run) else { return false }
      return (1900...2100).contains(year)
    }
  }

  /// Whether a line is a date and nothing else: two or three words with two numbers, as in "March 20, 2026".
  static func isDateOnly(_ counts: BlockStatistics) -> Bool {
    counts.words <= 4 && counts.numbers >= 2 && counts.digits >= 5 && counts.digits <= 8
  }
}
