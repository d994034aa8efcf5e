import Extraction

extension MetricsSnapshot {
  /// All that the loop knows, as metrics; every label value that can be is there from the start.
  package var families: [MetricFamily] {
    documentFamilies + pipelineFamilies + intakeFamilies + configurationFamilies
  }

  private var documentFamilies: [MetricFamily] {
    [
      MetricFamily(
        .filesDiscovered, by: "via",
        [
          ("inotify", Double(gauges.discoveries.events)),
          ("scan", Double(gauges.discoveries.scans)),
        ]),
      MetricFamily(.documents, by: "status", counted(metrics.documents)),
      MetricFamily(.failures, by: "reason", counted(metrics.failures)),
      MetricFamily(.limitsReached, by: "limit", counted(metrics.limits)),
      MetricFamily(.skipped, by: "reason", counted(metrics.skipped)),
      MetricFamily(.inputBytes, Double(metrics.inputBytes)),
      MetricFamily(
        .outputBytes, by: "stage",
        [("raw", Double(metrics.rawBytes)), ("compressed", Double(metrics.compressedBytes))]),
      MetricFamily(
        .stageDuration,
        Stage.allCases.flatMap { stage in
          (metrics.stages[stage] ?? Histogram()).samples([MetricLabel("stage", stage.rawValue)])
        }),
    ]
  }

  private var pipelineFamilies: [MetricFamily] {
    let busy = gauges.workers - gauges.idleWorkers
    return [
      MetricFamily(.inFlight, Double(gauges.inWork)),
      MetricFamily(.ready, Double(gauges.ready)),
      MetricFamily(.lastSuccess, seconds(metrics.lastSuccess)),
      MetricFamily(.lastScan, seconds(metrics.lastScan)),
      MetricFamily(.heartbeat, seconds(metrics.heartbeat)),
      MetricFamily(
        .workers, by: "state", [("busy", Double(busy)), ("idle", Double(gauges.idleWorkers))]),
      MetricFamily(.workerRestarts, by: "reason", counted(workers.ends)),
      MetricFamily(.workerFailedStarts, Double(workers.failedStarts)),
      MetricFamily(.retries, Double(metrics.retries)),
      MetricFamily(.requeued, Double(metrics.requeued)),
      MetricFamily(.recoveredClaims, Double(metrics.recoveredClaims)),
      MetricFamily(.duplicates, Double(metrics.duplicates)),
    ]
  }

  private var intakeFamilies: [MetricFamily] {
    let paused = metrics.pausedTime(at: now) / .seconds(1)
    let isWatching = gauges.isWatching
    return [
      MetricFamily(.watchOverflows, Double(metrics.overflows)),
      MetricFamily(.scans, by: "reason", counted(metrics.scans)),
      MetricFamily(.watchActive, isWatching ? 1 : 0),
      MetricFamily(
        .watchMode, by: "mode", [("inotify", isWatching ? 1 : 0), ("poll", isWatching ? 0 : 1)]),
      MetricFamily(
        .backpressureActive, by: "cause",
        PauseKind.allCases.map { ($0.rawValue, metrics.pause?.kind == $0 ? 1 : 0) }),
      MetricFamily(.backpressureSeconds, paused),
    ]
  }

  private var configurationFamilies: [MetricFamily] {
    [
      MetricFamily(
        .configReloads, by: "result",
        [("success", Double(metrics.goodReloads)), ("failure", Double(metrics.failedReloads))]),
      MetricFamily(.configSuccessful, metrics.isLastReloadGood ? 1 : 0),
      MetricFamily(.configTime, seconds(metrics.configuredAt)),
      MetricFamily(
        .buildInfo,
        [
          MetricSample(
            1,
            [
              MetricLabel("version", WinnowVersion.current),
              MetricLabel("swift", Self.compilerVersion),
            ])
        ]),
      MetricFamily(.processStart, seconds(metrics.startedAt)),
    ]
  }

  private func counted<Key: CaseIterable & RawRepresentable<String> & Hashable>(
    _ counts: [Key: Int]
  ) -> [(String, Double)] {
    Key.allCases.map { ($0.rawValue, Double(counts[$0] ?? 0)) }
  }

  /// The version of Swift that this was compiled by, as far as the language tells.
  private static var compilerVersion: String {
    #if compiler(>=6.4)
    "6.4"
    #elseif compiler(>=6.3)
    "6.3"
    #else
    "6.2"
    #endif
  }

  private func seconds(_ nanoseconds: Int64) -> Double { Double(nanoseconds) / 1e9 }
}
