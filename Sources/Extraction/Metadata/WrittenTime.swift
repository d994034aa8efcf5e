/// A time of day as a page wrote it.
struct WrittenTime: Sendable, Equatable {
  let hour: Int
  let minute: Int
  let second: Int
  /// Minutes east of UTC, where the page says it.
  let offset: Int?

  /// The time, or `nil` when no clock shows it.
  ///
  /// A leap second becomes the second before it.
  init?(hour: Int, minute: Int, second: Int, offset: Int?) {
    // The widest offset in use is 14 hours.
    guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second),
      abs(offset ?? 0) <= 14 * 60
    else { return nil }
    self.hour = hour
    self.minute = minute
    self.second = min(second, 59)
    self.offset = offset
  }

  /// The time as `hh:mm:ss` with `Z` or `+hh:mm`.
  var iso8601: String {
    let time = "\(Self.padded(hour)):\(Self.padded(minute)):\(Self.padded(second))"
    guard let offset else { return time }
    guard offset != 0 else { return time + "Z" }
    let sign = offset < 0 ? "-" : "+"
    return "\(time)\(sign)\(Self.padded(abs(offset) / 60)):\(Self.padded(abs(offset) % 60))"
  }

  /// The number with at least two digits.
  static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
