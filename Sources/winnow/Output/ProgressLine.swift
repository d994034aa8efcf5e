/// How far a run is, as one line of text: pure, so that time and width are given.
struct ProgressLine: Equatable {
  /// A bar of fewer columns says less than the percentage does.
  private static let leastBarWidth = 8
  /// A bar of more columns says no more.
  private static let mostBarWidth = 40

  /// How many inputs there are.
  var total: Int
  /// How many are done, the failed ones included.
  var done = 0
  /// How many pages are done: those of containers, and the inputs that are pages themselves.
  var pages = 0
  /// How many pages or inputs failed.
  var failed = 0

  /// The line for a terminal of that many columns, of which the last stays free.
  ///
  /// - Parameters:
  ///   - seconds: The time since the first input was begun.
  ///   - columns: The width of the terminal.
  /// - Returns: The line, without a line feed.
  func text(seconds: Double, columns: Int) -> String {
    let counts = "\(done)/\(total)  \(percentage)%"
    var facts = "  \(rate(seconds: seconds))  \(timeLeft(seconds: seconds))"
    if pages != done { facts += "  \(pages) pages" }
    if failed > 0 { facts += "  \(failed) failed" }
    let room = columns - 1 - counts.utf8.count - facts.utf8.count - 4
    guard room >= Self.leastBarWidth else {
      return String((counts + facts).prefix(max(0, columns - 1)))
    }
    return counts + "  " + bar(width: min(room, Self.mostBarWidth)) + facts
  }

  private var percentage: Int { total == 0 ? 100 : done * 100 / total }

  private func bar(width: Int) -> String {
    let filled = total == 0 ? width : done * width / total
    return "[" + String(repeating: "=", count: filled)
      + String(repeating: " ", count: width - filled) + "]"
  }

  /// Pages a second over the whole run, with one decimal under a hundred.
  private func rate(seconds: Double) -> String {
    guard pages > 0, seconds > 0 else { return "-- pages/s" }
    let tenths = Int((Double(pages) / seconds * 10).rounded())
    return tenths >= 1000 ? "\(tenths / 10) pages/s" : "\(tenths / 10).\(tenths % 10) pages/s"
  }

  /// The time that the rest takes at the rate of the whole run, rounded up to seconds.
  private func timeLeft(seconds: Double) -> String {
    guard done > 0, seconds > 0 else { return "--:-- left" }
    let left = Int((seconds * Double(total - done) / Double(done)).rounded(.up))
    let (hours, minutes, rest) = (left / 3600, left / 60 % 60, left % 60)
    return (hours > 0 ? "\(hours):\(Self.two(minutes))" : "\(minutes)") + ":\(Self.two(rest)) left"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
