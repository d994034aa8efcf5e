/// Decides for how long the daemon waits for a worker.
///
/// Pure: it is told the time and reads no clock. A worker has so much time for a page in all, and so much
/// between two signs of life.
package struct WorkerWatch: Hashable, Sendable {
  private var end: Duration
  private let total: Duration
  private let silence: Duration
  private var lastSign: Duration
  private var bytesRead = 0

  /// A watch over a page that was handed over at `start`.
  package init(start: Duration, total: Duration, silence: Duration) {
    end = start + total
    self.total = total
    self.silence = silence
    lastSign = start
  }

  /// The worker gave a sign of life.
  package mutating func sign(at now: Duration) {
    lastSign = max(lastSign, now)
  }

  /// The worker gave a sign of life while it looks for the next page of a container.
  ///
  /// The way to that page may be as long as the container, so the time begins anew as long as it reads on.
  ///
  /// - Parameters:
  ///   - now: The time.
  ///   - bytesRead: Stored bytes of the container that it read so far.
  /// - Returns: Whether those are more than before.
  package mutating func sign(at now: Duration, bytesRead: Int) -> Bool {
    sign(at: now)
    guard bytesRead > self.bytesRead else { return false }
    self.bytesRead = bytesRead
    end = now + total
    return true
  }

  /// For how long to wait from now on for the next sign, or `nil` when the worker is to be ended.
  package func patience(at now: Duration) -> Duration? {
    let rest = min(end, lastSign + silence) - now
    return rest > .zero ? rest : nil
  }
}
