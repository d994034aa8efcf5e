/// Decides whether a spool makes progress, by which a hung one is told from one that works or has nothing to do.
///
/// It is asked from time to time. While something is to be done, a step has to end within the allowance. What
/// counts is the time that passes between two questions, up to twice the interval of the questions: when the whole
/// process was stopped, or the machine asleep, the pipeline had no chance either.
package struct ProgressWatch: Sendable {
  /// For how long no step has ended although something is to be done.
  package private(set) var stalled = Duration.zero
  private let allowance: Duration
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

  /// Whether the spool works, or has nothing to do, at this moment.
  package mutating func makesProgress(_ facts: ServiceFacts, at now: Duration) -> Bool {
    let passed = min(lastAsked.map { now - $0 } ?? .zero, interval * 2)
    lastAsked = now
    if facts.owesProgress, facts.endedSteps == endedSteps {
      stalled += passed
    } else {
      stalled = .zero
    }
    endedSteps = facts.endedSteps
    return !isStalled
  }

  /// Whether nothing has moved for longer than allowed.
  package var isStalled: Bool { stalled > allowance }
}
