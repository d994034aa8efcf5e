/// Points in time as ISO 8601 text.
public enum Timestamp {
  private static let secondsPerDay = 86_400

  /// `YYYY-MM-DDThh:mm:ssZ` for a number of seconds since 1970; years have at least four digits.
  public static func text(secondsSince1970 seconds: Int) -> String {
    let day = floorDivide(seconds, by: secondsPerDay)
    let second = seconds - day * secondsPerDay
    let date = civil(fromDay: day)
    let time = [second / 3600, second / 60 % 60, second % 60].map { padded($0, to: 2) }
    return padded(date.year, to: 4) + "-" + padded(date.month, to: 2) + "-"
      + padded(date.day, to: 2) + "T" + time.joined(separator: ":") + "Z"
  }

  /// The Gregorian date of a day counted from 1970-01-01.
  ///
  /// The year is taken to start in March, so that the leap day is its last; 400 years are an era of
  /// 146,097 days (Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013).
  private static func civil(fromDay day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = floorDivide(shifted, by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth)
  }

  private static func floorDivide(_ value: Int, by divisor: Int) -> Int {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  private static func padded(_ value: Int, to width: Int) -> String {
    let digits = String(value.magnitude)
    return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count))
      + digits
  }
}
