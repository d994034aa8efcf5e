/// Recognises the time of day after a date.
struct TimeParser {
  let tokens: [DateToken]

  /// Minutes east of UTC of the zones that RFC 2822, section 4.3, names.
  private static let zones = [
    "cdt": -300, "cst": -360, "edt": -240, "est": -300, "gmt": 0, "mdt": -360, "mst": -420,
    "pdt": -420, "pst": -480, "utc": 0, "z": 0,
  ]

  /// The time at that index and the index after it, or `nil`.
  ///
  /// A `T` or a comma may stand before it. Where `needsSeconds` is set, a time of hours and minutes counts
  /// for nothing: in text for people it is without a zone, and often another thing.
  func time(at index: Int, needsSeconds: Bool) -> (time: WrittenTime, end: Int)? {
    var next = index
    if token(next) == .word("t") || token(next) == .mark(",") { next += 1 }
    guard case .number(var hour, digits: 1...2) = token(next), token(next + 1) == .mark(":"),
      case .number(let minute, digits: 2) = token(next + 2)
    else { return nil }
    next += 3
    var second: Int?
    if token(next) == .mark(":"), case .number(let value, digits: 2) = token(next + 1) {
      second = value
      next += 2
      if token(next) == .mark("."), case .number = token(next + 1) { next += 2 }
    }
    guard second != nil || !needsSeconds else { return nil }
    if token(next) == .word("pm"), hour < 12 { hour += 12 }
    if token(next) == .word("am"), hour == 12 { hour = 0 }
    if token(next) == .word("pm") || token(next) == .word("am") { next += 1 }
    let zone = offset(at: next)
    let time = WrittenTime(
      hour: hour, minute: minute, second: second ?? 0, offset: zone?.minutes)
    return time.map { ($0, zone?.end ?? next) }
  }

  /// The offset at that index: `Z`, `GMT`, `+0200`, `+02:00`, `GMT+0200`.
  private func offset(at index: Int) -> (minutes: Int, end: Int)? {
    if case .word(let word) = token(index), let minutes = Self.zones[word] {
      return minutes == 0 ? offset(at: index + 1) ?? (0, index + 1) : (minutes, index + 1)
    }
    guard case .mark(let sign) = token(index), "+-−".contains(sign),
      case .number(let value, let digits) = token(index + 1)
    else { return nil }
    let factor = sign == "+" ? 1 : -1
    switch digits {
    case 4: return (factor * (value / 100 * 60 + value % 100), index + 2)
    case 2:
      guard token(index + 2) == .mark(":"), case .number(let minutes, digits: 2) = token(index + 3)
      else { return (factor * value * 60, index + 2) }
      return (factor * (value * 60 + minutes), index + 4)
    default: return nil
    }
  }

  private func token(_ index: Int) -> DateToken? { index < tokens.count ? tokens[index] : nil }
}
