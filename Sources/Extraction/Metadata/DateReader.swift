/// Reads dates as pages write them: for machines in attributes, for people in bylines.
///
/// Understood are ISO 8601 in extended and basic form, RFC 2822, the form of JavaScript's `Date`, seconds
/// and milliseconds since the epoch, numeric dates in any order, `2024年5月17日` and its like, and dates
/// with a month's name in the languages of ``MonthNames``. Relative dates (`2 days ago`) are not: without
/// a clock they say nothing.
struct DateReader: Sendable {
  /// Whether `1/2/2024` is the second of January.
  ///
  /// So it is written in the United States and the Philippines. English without a region counts as the former, by the number of its pages.
  let isMonthFirst: Bool

  /// A reader for pages in that language, a normalised BCP 47 tag.
  init(language: String?) {
    let parts = (language ?? "").split(separator: "-")
    let region = parts.dropFirst().first { $0.count == 2 }
    isMonthFirst = parts.first == "en" && [nil, "US", "PH"].contains(region)
  }

  /// The date in an attribute or in JSON-LD, or `nil`.
  func declared(_ text: String) -> WrittenDate? {
    let tokens = DateToken.tokens(of: text)
    if case .number(let value, let digits) = tokens.first {
      switch (digits, tokens.count) {
      case (10, 1): return WrittenDate(secondsSinceEpoch: value)
      case (13, 1): return WrittenDate(secondsSinceEpoch: value / 1_000)
      case (14, 1): return Self.compact(day: value / 1_000_000, time: value % 1_000_000)
      case (8, 1): return Self.compact(day: value, time: nil)
      case (8, _):
        guard tokens.count > 2, tokens[1] == .word("t"), case .number(let time, 6) = tokens[2]
        else {
          return nil
        }
        return Self.compact(day: value, time: time)
      default: break
      }
    }
    return dates(in: tokens).first?.date
  }

  /// The dates in a text for people, in its order.
  func shown(in text: String) -> [ShownDate] {
    guard DecimalDigits.count(in: text, upTo: Self.fewestDigits) == Self.fewestDigits else {
      return []
    }
    return dates(in: DateToken.tokens(of: text))
  }

  /// The digits of the shortest date, as `1 May 24`.
  private static let fewestDigits = 3

  private func dates(in tokens: [DateToken]) -> [ShownDate] {
    let parser = DateParser(tokens: tokens, isMonthFirst: isMonthFirst)
    var found: [ShownDate] = []
    var index = 0
    var labelStart = 0
    while index < tokens.count {
      guard let match = parser.date(at: index) else {
        index += 1
        continue
      }
      let label = DateLabel.label(in: tokens[labelStart..<index])
      found.append(ShownDate(date: match.date, label: label))
      index = match.end
      labelStart = index
    }
    return found
  }

  /// The basic form of ISO 8601: YYYYMMDD and hhmmss as numbers.
  private static func compact(day: Int, time: Int?) -> WrittenDate? {
    var date = WrittenDate(
      year: day / 10_000, month: day / 100 % 100, day: day % 100, isFreeForm: true)
    if let time {
      date?.time = WrittenTime(
        hour: time / 10_000, minute: time / 100 % 100, second: time % 100, offset: nil)
    }
    return date
  }

  /// The date in the path of an address, as in `/2024/05/17/` or `/2024-05-17-name`, or `nil`.
  static func inPath(of address: String) -> WrittenDate? {
    let path = address.split { $0 == "?" || $0 == "#" }.first ?? ""
    let tokens = DateToken.tokens(of: path)
    for index in tokens.indices.dropLast(4) {
      guard index > 0, tokens[index - 1] == .mark("/"),
        case .number(let year, digits: 4) = tokens[index],
        case .mark(let first) = tokens[index + 1], "/-".contains(first),
        case .number(let month, digits: 1...2) = tokens[index + 2],
        tokens[index + 3] == .mark(first),
        case .number(let day, digits: 1...2) = tokens[index + 4],
        let date = WrittenDate(year: year, month: month, day: day, isFreeForm: true)
      else { continue }
      return date
    }
    return nil
  }
}
