/// Decides whether a part of the spool makes progress, by which a hung one is told from one that works or has
/// nothing to do.
///
/// It is asked from time to time. While something is to be done, a step has to end within the allowance. What
/// counts is the time that passes between two questions, up to twice the interval of the questions: when the whole
/// process was stopped, or the machine asleep, the pipeline had no chance either.
package struct ProgressWatch: Sendable {
  /// For how long no step has ended although something is to be done.
  package private(set) var stalled = Duration.zero
  /// How long the longest step may take.
  var allowance: Duration
  private let interval: Duration
  private var endedSteps = -1
  private var lastAsked: Duration?

  /// A watch that has seen nothing yet.
  ///
  /// - Parameters:
  ///   - allowance: How long the longest step may take.
  ///   - interval: The time between two questions.
  package init(allowance: Duration, interval: Duration) {
    self.allowance = allowance
    self.interval = interval
  }

  /// Looks at how it goes at this moment.
  package mutating func look(at sign: ProgressSign, now: Duration) {
    let passed = min(lastAsked.map { now - $0 } ?? .zero, interval * 2)
    lastAsked = now
    if sign.isOwed, sign.endedSteps == endedSteps {
      stalled += passed
    } else {
      stalled = .zero
    }
    endedSteps = sign.endedSteps
  }

  /// Whether nothing has moved for longer than allowed.
  package var isStalled: Bool { stalled > allowance }
}
