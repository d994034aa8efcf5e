/// Recognises a date that begins at a given token.
struct DateParser {
  /// A date and the index of the first token after it.
  typealias Match = (date: WrittenDate, end: Int)

  let tokens: [DateToken]
  /// Whether `1/2/2024` is the second of January.
  let isMonthFirst: Bool

  /// Words that stand between the parts of a date, in many languages, with English ordinals.
  private static let connectors: Set<String> = [
    "a", "d", "de", "del", "den", "di", "do", "e", "er", "nd", "o", "of", "rd", "st", "th", "the",
    "г",
    "năm", "го",
  ]
  /// Words for month where months have numbers.
  private static let monthWords: Set<String> = ["tháng", "月", "월"]
  /// Those that stand before their number.
  private static let monthBeforeNumber: Set<String> = ["tháng"]
  private static let yearWords: Set<String> = ["年", "년"]
  /// Years of the Buddhist era that are in range, and the difference to ours.
  private static let buddhistYears = 2_533...2_642
  private static let buddhistOffset = 543

  /// The date at that index, or `nil`.
  func date(at index: Int) -> Match? {
    switch tokens[index] {
    case .number(_, digits: 4): yearFirst(index)
    case .number(_, digits: 1...2): dayThenName(index) ?? numeric(index)
    case .word: hasNumberSoon(after: index) ? nameThenDay(index) : nil
    default: nil
    }
  }

  /// Whether a number stands where the day can stand after a month's name: past a number of the month and
  /// fillers.
  private func hasNumberSoon(after index: Int) -> Bool {
    var next = index + 1
    while next < tokens.count, next <= index + 5 {
      if case .number = tokens[next] { return true }
      next += 1
    }
    return false
  }

  /// The date that begins with its year.
  ///
  /// So `2024-05-17`, `2024/5/17`, `2024. 5. 17.`, `2024年5月17日`, `2024. május 17.`
  private func yearFirst(_ index: Int) -> Match? {
    guard let year = number(index) else { return nil }
    if let first = separator(index + 1), let month = number(index + 2),
      separator(index + 3) == first, let day = number(index + 4), digits(index + 4) <= 2
    {
      return match(year, month, day, end: index + 5, isFreeForm: first != "-")
    }
    if isWord(index + 1, in: Self.yearWords), let month = number(index + 2),
      isWord(index + 3, in: Self.monthWords), let day = number(index + 4)
    {
      return match(year, month, day, end: index + 5)
    }
    let name = skipFiller(index + 1)
    guard let month = month(name), let day = number(skipFiller(name + 1)),
      digits(skipFiller(name + 1)) <= 2
    else { return nil }
    return match(year, month, day, end: skipFiller(name + 1) + 1)
  }

  /// The date that begins with its day before a month's name.
  ///
  /// So `17 May 2024`, `17. Mai 2024`, `17 de mayo de 2024`, `17-May-24`, `17 tháng 5, 2024`
  private func dayThenName(_ index: Int) -> Match? {
    guard let day = number(index) else { return nil }
    var next = skipFiller(index + 1)
    var monthNumber = month(next)
    if isWord(next, in: Self.monthWords), let numbered = number(next + 1) {
      next += 1
      monthNumber = numbered
    }
    guard let month = monthNumber else { return nil }
    let yearIndex = skipFiller(next + 1)
    guard let year = year(yearIndex) else { return nil }
    return match(year, month, day, end: yearIndex + 1)
  }

  /// The date that begins with a month's name.
  ///
  /// So `May 17, 2024`, `May 17th 2024`, `tháng 5 17, 2024`
  private func nameThenDay(_ index: Int) -> Match? {
    var next = index
    var monthNumber = month(index)
    if isWord(index, in: Self.monthBeforeNumber), let numbered = number(index + 1) {
      next += 1
      monthNumber = numbered
    }
    let dayIndex = skipFiller(next + 1)
    guard let month = monthNumber, let day = number(dayIndex), digits(dayIndex) <= 2 else {
      return nil
    }
    let yearIndex = skipFiller(dayIndex + 1)
    guard digits(yearIndex) == 4, let year = year(yearIndex) else { return nil }
    return match(year, month, day, end: yearIndex + 1)
  }

  /// The date of three numbers that ends with its year.
  ///
  /// So `17.05.2024`, `17/5/2024`, `5/17/24`
  private func numeric(_ index: Int) -> Match? {
    guard let mark = separator(index + 1), separator(index + 3) == mark,
      let first = number(index), let second = number(index + 2), digits(index + 2) <= 2,
      let year = year(index + 4)
    else { return nil }
    // Version numbers have dots too: two digits of year only where all parts have two.
    if mark == ".", digits(index + 4) == 2, digits(index) + digits(index + 2) < 4 { return nil }
    let isMonthLeading = second > 12 || (isMonthFirst && mark != "." && first <= 12)
    return match(
      year, isMonthLeading ? first : second, isMonthLeading ? second : first, end: index + 5)
  }

  private func match(
    _ year: Int, _ month: Int, _ day: Int, end: Int, isFreeForm: Bool = true
  ) -> Match? {
    let commonYear = Self.buddhistYears.contains(year) ? year - Self.buddhistOffset : year
    guard
      var date = WrittenDate(year: commonYear, month: month, day: day, isFreeForm: isFreeForm)
    else { return nil }
    guard let time = TimeParser(tokens: tokens).time(at: end, needsSeconds: isFreeForm) else {
      return (date, end)
    }
    date.time = time.time
    return (date, time.end)
  }
}

// What stands at an index.
extension DateParser {
  private func number(_ index: Int) -> Int? {
    guard index < tokens.count, case .number(let value, _) = tokens[index] else { return nil }
    return value
  }

  private func digits(_ index: Int) -> Int {
    guard index < tokens.count, case .number(_, let digits) = tokens[index] else { return 0 }
    return digits
  }

  /// A year of four digits, or of two: 90 to 99 are of the last century, the others of this one.
  private func year(_ index: Int) -> Int? {
    guard let value = number(index) else { return nil }
    switch digits(index) {
    case 4: return value
    case 2: return value >= 90 ? 1_900 + value : 2_000 + value
    default: return nil
    }
  }

  private func separator(_ index: Int) -> Character? {
    guard index < tokens.count, case .mark(let mark) = tokens[index], "-/.".contains(mark) else {
      return nil
    }
    return mark
  }

  private func month(_ index: Int) -> Int? {
    guard index < tokens.count, case .word(let word) = tokens[index] else { return nil }
    return MonthNames.month(named: word)
  }

  private func isWord(_ index: Int, in words: Set<String>) -> Bool {
    guard index < tokens.count, case .word(let word) = tokens[index] else { return false }
    return words.contains(word)
  }

  /// The index of the first token from there on that is neither punctuation nor a connector.
  private func skipFiller(_ index: Int) -> Int {
    var next = index
    while next < tokens.count, next < index + 3 {
      if case .mark(let mark) = tokens[next], ".,-/'’".contains(mark) {
        next += 1
      } else if isWord(next, in: Self.connectors) {
        next += 1
      } else {
        break
      }
    }
    return next
  }
}
