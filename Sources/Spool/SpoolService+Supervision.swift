import Dispatch
import Extraction
import Logging

extension SpoolService {
  /// Tells the service manager of the start, and from then on at each beat of what goes on.
  func beginReporting() {
    guard let supervision else { return }
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.setEventHandler { @Sendable in self.beat() }
    let interval = DispatchTimeInterval.nanoseconds(supervision.report.interval.wholeNanoseconds)
    timer.schedule(deadline: .now() + interval, repeating: interval)
    timer.resume()
    beatTimer = timer
    // A start may be over before the timer's first event.
    beat()
  }

  /// Tells the service manager at once when the process is ready, or about to end.
  func reportChanges() {
    guard let supervision else { return }
    let facts = machine.facts(at: now)
    guard supervision.report.isNews(facts) else { return }
    tell(supervision.report.changes(facts, status: statusText(facts)))
  }

  /// Lets the service manager know that the configuration is being read again.
  ///
  /// Before the start is over, and after the end has begun, this would be taken for something else.
  func announceReload() {
    guard machine.facts(at: now).phase == .running else { return }
    tell([.reloading(since: MonotonicClock.now())])
  }

  /// Lets the service manager know that this is over, whatever came of it.
  func announceReloadEnd() {
    let facts = machine.facts(at: now)
    supervision?.report.allow(configuration.longestStep)
    guard facts.phase == .running else { return }
    tell([.ready, .status(statusText(facts))])
  }

  private func beat() {
    dispatchPrecondition(condition: .onQueue(queue))
    guard var report = supervision?.report else { return }
    let facts = machine.facts(at: now)
    let due = report.beat(facts, status: statusText(facts), at: now)
    let stall = report.newStall()
    supervision?.report = report
    tell(due)
    if let stall {
      logger.critical(
        "nothing has moved for \(stall.components.seconds) s, so the watchdog hears nothing more")
    }
  }

  private func tell(_ notifications: [ServiceNotification]) {
    if let error = supervision?.tell(notifications) {
      logger.warning("the service manager cannot be told: \(error)")
    }
  }

  private func statusText(_ facts: ServiceFacts) -> String {
    let counts = "\(facts.inWork) in work, \(facts.waiting) waiting"
    let failed = metrics.documents[.failed, default: 0]
    let done = metrics.documents.values.reduce(0, +) - failed
    let ended = "since the start \(done) done, \(failed) failed"
    switch facts.phase {
    case .starting: return "Starting: looking at the inbox, \(counts)"
    case .stopping: return "Stopping: \(facts.inWork) in work; \(ended)"
    case .running:
      guard let cause = facts.pause else { return "Running: \(counts); \(ended)" }
      return "Paused: \(describe(cause)); \(counts); \(ended)"
    }
  }
}
