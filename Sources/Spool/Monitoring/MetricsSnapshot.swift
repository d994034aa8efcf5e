/// What the daemon's own loop says of itself at a moment.
package struct MetricsSnapshot: Sendable {
  /// What was counted.
  package var metrics: SpoolMetrics
  /// How things stand.
  package var gauges: SpoolGauges
  /// What was counted of workers.
  package var workers: WorkerTally.Counts
  /// The time since the start.
  package var now: Duration

  /// A snapshot with all its fields.
  package init(
    metrics: SpoolMetrics, gauges: SpoolGauges, workers: WorkerTally.Counts, now: Duration
  ) {
    self.metrics = metrics
    self.gauges = gauges
    self.workers = workers
    self.now = now
  }
}
