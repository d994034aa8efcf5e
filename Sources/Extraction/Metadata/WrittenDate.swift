/// A day of the Gregorian calendar as a page wrote it, with the time of day where the page has one.
struct WrittenDate: Sendable, Equatable {
  /// The last year accepted.
  ///
  /// The library has no clock; later years are typing errors and placeholders.
  static let latestYear = 2_099
  /// The first year accepted for a date in free form: there were no web pages before.
  static let earliestFreeYear = 1_990
  /// The first year accepted for a date in ISO form, which old works carry; earlier ones are defaults
  /// of programs, such as 0001-01-01.
  static let earliestYear = 1_000

  let year: Int
  let month: Int
  let day: Int
  /// The time of day.
  var time: WrittenTime?

  /// The date, or `nil` when the calendar does not have it or its year is out of range.
  ///
  /// 1 January 1970 is refused: it is zero seconds since the epoch, an unset field.
  init?(year: Int, month: Int, day: Int, isFreeForm: Bool) {
    let earliest = isFreeForm ? Self.earliestFreeYear : Self.earliestYear
    guard (earliest...Self.latestYear).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.days(in: month, of: year), (year, month, day) != (1_970, 1, 1)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The moment that many seconds after the start of 1970, in UTC.
  ///
  /// The day is found by Howard Hinnant's `civil_from_days`, in eras of 400 years that begin in March.
  init?(secondsSinceEpoch seconds: Int) {
    let (days, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, isFreeForm: true)
    time = WrittenTime(
      hour: second / 3_600, minute: second / 60 % 60, second: second % 60, offset: 0)
  }

  /// The date as `YYYY-MM-DD`, or with its time as `YYYY-MM-DDThh:mm:ss` and `Z` or the offset.
  var iso8601: String {
    let yearText = String(year)
    let padding = String(repeating: "0", count: max(0, 4 - yearText.count))
    let date = "\(padding)\(yearText)-\(WrittenTime.padded(month))-\(WrittenTime.padded(day))"
    return time.map { date + "T" + $0.iso8601 } ?? date
  }

  /// Whether both are of one day, whatever their times.
  func isSameDay(as other: WrittenDate) -> Bool {
    (year, month, day) == (other.year, other.month, other.day)
  }

  /// Whether the day is before the other's.
  func isEarlier(than other: WrittenDate) -> Bool {
    (year, month, day) < (other.year, other.month, other.day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
