import Extraction
import Spool
import Testing

/// What is counted, from what the state machine and the shell tell.
struct SpoolMetricsTests {
  private func snapshot(
    _ metrics: SpoolMetrics, _ gauges: SpoolGauges = SpoolGauges(),
    workers: WorkerTally.Counts = WorkerTally.Counts(), now: Duration = .zero
  ) -> MetricsSnapshot {
    MetricsSnapshot(metrics: metrics, gauges: gauges, workers: workers, now: now)
  }

  private func value(
    _ metric: Metric, _ labels: [MetricLabel] = [], in snapshot: MetricsSnapshot
  ) -> Double? {
    snapshot.families.first { $0.metric == metric }?.samples
      .first { $0.labels == labels && $0.suffix.isEmpty }?.value
  }

  @Test func everyMetricIsThereFromTheStart() {
    let families = snapshot(SpoolMetrics(startedAt: 1)).families + FolderReport().families
    var report = FolderReport()
    report.process = ProcessStatistics.current()
    let all = Set((families + report.families).map(\.metric))
    #expect(all == Set(Metric.allCases))
  }

  @Test func everyLabelIsDeclaredAndThereFromTheStart() {
    let families = snapshot(SpoolMetrics(startedAt: 1)).families + FolderReport().families
    for family in families {
      #expect(!family.samples.isEmpty, "\(family.metric.name)")
      for sample in family.samples {
        let names = sample.labels.map(\.name).filter { $0 != "le" }
        #expect(names == family.metric.labels, "\(family.metric.name)")
      }
    }
    let reasons = families.first { $0.metric == .failures }?.samples.map { $0.labels[0].value }
    #expect(reasons == FailureReason.allCases.map(\.rawValue))
  }

  @Test func nothingIsWrittenTwice() {
    let families = snapshot(SpoolMetrics(startedAt: 1)).families + FolderReport().families
    var seen: Set<String> = []
    for family in families {
      for sample in family.samples {
        let key = family.metric.name + sample.suffix + sample.labels.map { "\($0)" }.joined()
        #expect(seen.insert(key).inserted, "\(key)")
      }
    }
  }

  @Test func documentIsCountedByStatusReasonLimitAndBytes() {
    var metrics = SpoolMetrics(startedAt: 0)
    var document = ProcessedDocument.made("x", .failed)
    document.limits = [.memory, .wallTime]
    metrics.finish(DocumentTally(document), at: .seconds(1), time: 5)
    let state = snapshot(metrics)
    #expect(value(.documents, [MetricLabel("status", "failed")], in: state) == 1)
    #expect(value(.documents, [MetricLabel("status", "ok")], in: state) == 0)
    #expect(value(.failures, [MetricLabel("reason", "corrupt")], in: state) == 1)
    #expect(value(.limitsReached, [MetricLabel("limit", "memory")], in: state) == 1)
    #expect(value(.inputBytes, in: state) == 4)
    #expect(metrics.lastSuccess == 0)
    metrics.finish(DocumentTally(ProcessedDocument.made("y", .empty)), at: .seconds(2), time: 7)
    #expect(metrics.lastSuccess == 7)
    #expect(metrics.heartbeat == 7)
  }

  @Test func pauseIsCountedUntilItIsOver() {
    var metrics = SpoolMetrics(startedAt: 0)
    metrics.note(.paused(.outbox("full")), at: .seconds(10), time: 100)
    metrics.note(.paused(.space("little")), at: .seconds(20), time: 200)
    let during = snapshot(metrics, now: .seconds(40))
    #expect(value(.backpressureActive, [MetricLabel("cause", "outbox")], in: during) == 0)
    #expect(value(.backpressureActive, [MetricLabel("cause", "space")], in: during) == 1)
    #expect(value(.backpressureSeconds, in: during) == 30)
    #expect(metrics.pause?.since == 100)
    metrics.note(.resumed, at: .seconds(50), time: 300)
    let after = snapshot(metrics, now: .seconds(90))
    #expect(value(.backpressureActive, [MetricLabel("cause", "space")], in: after) == 0)
    #expect(value(.backpressureSeconds, in: after) == 40)
  }

  @Test func scanAfterAnOverflowIsToldFromOthers() {
    var metrics = SpoolMetrics(startedAt: 0)
    metrics.beginScan()
    metrics.note(.overflowed, at: .zero, time: 0)
    metrics.beginScan()
    metrics.beginScan()
    let state = snapshot(metrics)
    #expect(value(.scans, [MetricLabel("reason", "overflow")], in: state) == 1)
    #expect(value(.scans, [MetricLabel("reason", "due")], in: state) == 2)
    #expect(value(.watchOverflows, in: state) == 1)
  }

  @Test func lastErrorIsTheLast() {
    var metrics = SpoolMetrics(startedAt: 0)
    metrics.note(.retrying(Claim(name: FileName("a\n"), attempt: 1), .crash), at: .zero, time: 1)
    #expect(metrics.lastError == TimedMessage("a%0A: crash", at: 1))
    metrics.note(.unclaimable(FileName("b"), why: "no"), at: .zero, time: 2)
    #expect(metrics.lastError == TimedMessage("cannot take b: no", at: 2))
    #expect(metrics.skipped == [.refused: 1])
  }

  @Test func refusedConfigurationIsToldUntilAGoodOne() {
    var metrics = SpoolMetrics(startedAt: 3)
    #expect(metrics.configuredAt == 3)
    metrics.reload(isGood: false, time: 5)
    #expect(!metrics.isLastReloadGood)
    #expect(metrics.configuredAt == 3)
    metrics.reload(isGood: true, time: 9)
    #expect(metrics.isLastReloadGood)
    #expect(metrics.configuredAt == 9)
  }

  @Test func endsOfWorkersAreCountedByReason() {
    let tally = WorkerTally()
    tally.note(.ended(process: 1, reason: .timeout, how: ""))
    tally.note(.ended(process: 1, reason: .memory, how: ""))
    tally.note(.unkillable(process: 2))
    tally.note(.unavailable("no"))
    #expect(tally.counts.ends == [.timeout: 1, .memory: 1, .unkillable: 1])
    #expect(tally.counts.failedStarts == 1)
  }
}
