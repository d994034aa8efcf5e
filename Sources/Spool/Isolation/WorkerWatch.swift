/// Decides for how long the daemon waits for a worker.
///
/// Pure: it is told the time and reads no clock. A worker has so much time for a page in all, and so much
/// between two signs of life.
package struct WorkerWatch: Hashable, Sendable {
  private let end: Duration
  private let silence: Duration
  private var lastSign: Duration

  /// A watch over a page that was handed over at `start`.
  package init(start: Duration, total: Duration, silence: Duration) {
    end = start + total
    self.silence = silence
    lastSign = start
  }

  /// The worker gave a sign of life.
  package mutating func sign(at now: Duration) {
    lastSign = max(lastSign, now)
  }

  /// For how long to wait from now on for the next sign, or `nil` when the worker is to be ended.
  package func patience(at now: Duration) -> Duration? {
    let rest = min(end, lastSign + silence) - now
    return rest > .zero ? rest : nil
  }
}
