import Dispatch
import Logging

extension SpoolService {
  /// How things stand, as a value.
  func snapshot() -> MetricsSnapshot {
    dispatchPrecondition(condition: .onQueue(queue))
    var gauges = machine.gauges
    gauges.containers = containerProgress
    gauges.workers = configuration.limits.workers
    // There are more for a while after a reload that asks for fewer.
    gauges.idleWorkers = min(gauges.workers, idleLanes.count)
    return MetricsSnapshot(
      metrics: metrics, gauges: gauges, workers: workerTally.counts, now: now)
  }

  /// Begins to tell how things stand.
  func startMonitoring() {
    monitor.start { deliver in
      self.queue.async { @Sendable in deliver(self.snapshot(), self.folders) }
    }
    probeTimer.setEventHandler { @Sendable in self.probe() }
    let interval = Int(configuration.monitoring.stateInterval / .milliseconds(1))
    probeTimer.schedule(
      deadline: .now() + .milliseconds(interval), repeating: .milliseconds(interval),
      leeway: .milliseconds(interval / 10))
    probeTimer.resume()
  }

  /// Sends something through all queues that a document goes through.
  ///
  /// A worker that has a document is not waited for: its end is as good a sign, and is due within the limit on
  /// a page.
  private func probe() {
    guard let lane = idleLanes.last else { return }
    pass([lane.queue] + writeQueues + [outboxQueue, retireQueue])
  }

  private func pass(_ queues: [DispatchQueue]) {
    guard let first = queues.first else {
      return queue.async { @Sendable in self.metrics.beat(at: WallClock.now()) }
    }
    first.async { @Sendable in self.pass(Array(queues.dropFirst())) }
  }

  /// Counts how long a part of a document's way took.
  func observe(_ stage: Stage, since begun: Duration) {
    metrics.observe(stage, now - begun)
  }

  /// Counts a document that is done.
  func countEnd(of claim: Claim) {
    guard let work = documents[claim.name], let document = work.document else { return }
    metrics.observe(.total, now - work.since)
    if work.isDuplicate { metrics.noteDuplicate() }
    let isWritten = work.keptRecord == nil && !work.isDuplicate
    metrics.finish(
      DocumentTally(document, isWritten: isWritten), at: now, time: WallClock.now())
  }
}
