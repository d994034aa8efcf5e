/// Decides what the service manager is told, and when.
///
/// The shell asks for what is due, sends it, and says when that succeeded: what was not taken is due again.
package struct ServiceReport: Sendable {
  /// The time between two beats, at each of which progress is looked at and counts are told.
  package let interval: Duration
  private let hasWatchdog: Bool
  private var scanning: ProgressWatch
  private var working: ProgressWatch
  private var toldPhase = ServiceFacts.Phase.starting
  private var toldStatus = ""
  private var hasToldStall = false

  /// A report of a process that has just started.
  ///
  /// - Parameters:
  ///   - watchdog: For how long the service manager bears silence, or `nil`.
  ///   - allowance: How long the longest step of the pipeline may take.
  package init(watchdog: Duration?, allowance: Duration) {
    hasWatchdog = watchdog != nil
    // Half of what is borne, as sd_watchdog_enabled(3) advises, so that one beat may be late.
    interval = min(Self.longestInterval, (watchdog ?? .seconds(3600)) / 2)
    scanning = ProgressWatch(allowance: allowance, interval: interval)
    working = scanning
  }

  /// The longest step of the pipeline may take that long from now on.
  package mutating func allow(_ allowance: Duration) {
    scanning.allowance = allowance
    working.allowance = allowance
  }

  /// Whether something must be told before the next beat.
  package func isNews(_ facts: ServiceFacts) -> Bool { facts.phase > toldPhase }

  /// What is to be told of a change of phase.
  package func changes(_ facts: ServiceFacts, status: String) -> [ServiceNotification] {
    var due: [ServiceNotification] = []
    if isNews(facts) { due.append(facts.phase == .stopping ? .stopping : .ready) }
    if status != toldStatus { due.append(.status(status)) }
    return due
  }

  /// What is to be told at a beat.
  ///
  /// A spool that makes no progress gives no sign of life: the service manager then ends it.
  package mutating func beat(
    _ facts: ServiceFacts, status: String, at now: Duration
  ) -> [ServiceNotification] {
    var due = changes(facts, status: status)
    scanning.look(at: facts.scanning, now: now)
    working.look(at: facts.working, now: now)
    guard !scanning.isStalled, !working.isStalled else { return due }
    hasToldStall = false
    if hasWatchdog { due.append(.watchdog) }
    if facts.phase != .running { due.append(.extendTimeout(interval * Self.beatsToSpare)) }
    return due
  }

  /// For how long nothing has moved, when that is news for the operator.
  package mutating func newStall() -> Duration? {
    guard scanning.isStalled || working.isStalled, !hasToldStall else { return nil }
    hasToldStall = true
    return max(scanning.stalled, working.stalled)
  }

  /// The service manager took these notifications.
  package mutating func told(_ notifications: [ServiceNotification]) {
    for notification in notifications {
      switch notification {
      case .ready: toldPhase = .running
      case .stopping: toldPhase = .stopping
      case .status(let text): toldStatus = text
      case .reloading, .watchdog, .extendTimeout: break
      }
    }
  }

  // Counts that are older than this are of no use to who looks at them.
  private static let longestInterval = Duration.seconds(5)
  // A start or an end is granted this many beats more at each.
  private static let beatsToSpare = 6
}
