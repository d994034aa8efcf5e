import Glibc
import SystemPackage

/// Draws a progress line on standard error.
struct TerminalProgress {
  /// How often it is drawn at most: as often as an eye follows numbers.
  private static let interval = Duration.milliseconds(100)
  /// The width taken where the terminal does not say.
  private static let usualColumns = 80

  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastDrawn: ContinuousClock.Instant?
  private var isDrawn = false
  private var line: ProgressLine

  /// Progress of a run of that many inputs; `nil` where standard error is no terminal.
  init?(total: Int) {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    line = ProgressLine(total: total)
    start = clock.now
  }

  /// Counts a page that is done, or the end of a container, and draws when it is time.
  mutating func count(isPage: Bool, isFailure: Bool) {
    if isPage { line.pages += 1 }
    if isFailure { line.failed += 1 }
    drawWhenTime()
  }

  /// Counts an input that is done, and draws when it is time.
  mutating func countInput() {
    line.done += 1
    drawWhenTime()
  }

  private mutating func drawWhenTime() {
    let now = clock.now
    if let lastDrawn, now - lastDrawn < Self.interval { return }
    lastDrawn = now
    draw(at: now)
  }

  /// Takes the line away, so that something else can be written.
  mutating func clear() {
    if isDrawn { Self.write("\r\u{1B}[K") }
    isDrawn = false
  }

  /// Draws the last line and leaves it there.
  mutating func finish() {
    draw(at: clock.now)
    Self.write("\n")
    isDrawn = false
  }

  private mutating func draw(at now: ContinuousClock.Instant) {
    let seconds = (now - start) / Duration.seconds(1)
    Self.write("\r" + line.text(seconds: seconds, columns: Self.columns) + "\u{1B}[K")
    isDrawn = true
  }

  private static func write(_ text: String) {
    // Nobody is left to be told when standard error is closed.
    _ = try? FileDescriptor.standardError.writeAll(text.utf8)
  }

  private static var columns: Int {
    var size = winsize()
    let result = unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size)
    return result == 0 && size.ws_col > 0 ? Int(size.ws_col) : usualColumns
  }
}
