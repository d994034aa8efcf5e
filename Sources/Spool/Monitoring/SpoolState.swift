import Extraction
import RecordEncoding

/// What a daemon says of itself to whoever asks for its status.
package struct SpoolState: Sendable {
  /// The version of its shape, the value of its first field.
  package static let schema = "winnow.state/1"

  let snapshot: MetricsSnapshot
  let process: Int32
  /// When it is written, in nanoseconds since 1970.
  let time: Int64
  /// The time between two writings.
  let interval: Duration

  /// The state that `snapshot` shows.
  ///
  /// - Parameters:
  ///   - snapshot: What the loop says.
  ///   - process: The daemon's process.
  ///   - time: When it is written, in nanoseconds since 1970.
  ///   - interval: The time between two writings.
  package init(_ snapshot: MetricsSnapshot, process: Int32, time: Int64, interval: Duration) {
    self.snapshot = snapshot
    self.process = process
    self.time = time
    self.interval = interval
  }

  /// The state as one line of JSON.
  package var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("schema")
    writer.string(Self.schema)
    write(head: &writer)
    write(work: &writer)
    write(counts: &writer)
    write(troubles: &writer)
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  private func write(head writer: inout JSONWriter) {
    writer.key("version")
    writer.string(WinnowVersion.current)
    writer.key("process")
    writer.integer(Int(process))
    writer.key("phase")
    writer.string(snapshot.gauges.phase.rawValue)
    writer.key("started")
    writer.string(WallClock.text(snapshot.metrics.startedAt))
    writer.key("updated")
    writer.string(WallClock.text(time))
    writer.key("intervalSeconds")
    writer.number(interval / .seconds(1))
    writer.key("watch")
    writer.string(snapshot.gauges.isWatching ? "inotify" : "poll")
  }

  private func write(work writer: inout JSONWriter) {
    let gauges = snapshot.gauges
    writer.key("workers")
    writer.integer(gauges.workers)
    writer.key("busyWorkers")
    writer.integer(gauges.workers - gauges.idleWorkers)
    writer.key("inWork")
    writer.integer(gauges.inWork)
    writer.key("ready")
    writer.integer(gauges.ready)
    writer.key("waitingForRetry")
    writer.integer(gauges.waitingClaims)
    write(containers: gauges.containers, to: &writer)
    writer.key("rates")
    writer.beginArray()
    for minutes in [1, 5, 15] {
      let window = Duration.seconds(60 * minutes)
      writer.beginObject()
      writer.key("minutes")
      writer.integer(minutes)
      writer.key("documentsPerSecond")
      writer.number(snapshot.metrics.documentRate.rate(over: window, at: snapshot.now))
      writer.key("bytesPerSecond")
      writer.number(snapshot.metrics.byteRate.rate(over: window, at: snapshot.now).rounded())
      writer.endObject()
    }
    writer.endArray()
  }

  private func write(containers: [ContainerProgress], to writer: inout JSONWriter) {
    writer.key("containers")
    writer.beginArray()
    for container in containers {
      writer.beginObject()
      writer.key("name")
      writer.string(container.name.escaped)
      for (key, value) in [
        ("percent", container.percent), ("pages", container.passed),
        ("pagesFailed", container.failed), ("pagesResumed", container.resumed),
      ] {
        writer.key(key)
        writer.integer(value)
      }
      writer.endObject()
    }
    writer.endArray()
  }

  private func write(counts writer: inout JSONWriter) {
    let metrics = snapshot.metrics
    write("documents", RecordStatus.allCases, metrics.documents, isSparse: false, to: &writer)
    write("failures", FailureReason.allCases, metrics.failures, isSparse: true, to: &writer)
    write("limits", ExtractionLimit.allCases, metrics.limits, isSparse: true, to: &writer)
    write(
      "workerRestarts", WorkerEndReason.allCases, snapshot.workers.ends, isSparse: true,
      to: &writer)
    writer.key("retries")
    writer.integer(metrics.retries)
    writer.key("overflows")
    writer.integer(metrics.overflows)
    for (key, value) in [
      ("lastSuccess", metrics.lastSuccess), ("lastScan", metrics.lastScan),
      ("heartbeat", metrics.heartbeat),
    ] {
      writer.key(key)
      writer.string(value == 0 ? nil : WallClock.text(value))
    }
  }

  private func write<Key: RawRepresentable<String> & Hashable>(
    _ name: String, _ keys: [Key], _ counts: [Key: Int], isSparse: Bool,
    to writer: inout JSONWriter
  ) {
    writer.key(name)
    writer.beginObject()
    for key in keys where !isSparse || counts[key] ?? 0 > 0 {
      writer.key(key.rawValue)
      writer.integer(counts[key] ?? 0)
    }
    writer.endObject()
  }

  private func write(troubles writer: inout JSONWriter) {
    writer.key("pause")
    if let pause = snapshot.metrics.pause {
      writer.beginObject()
      writer.key("cause")
      writer.string(pause.kind.rawValue)
      writer.key("why")
      writer.string(pause.why)
      writer.key("since")
      writer.string(WallClock.text(pause.since))
      writer.endObject()
    } else {
      writer.null()
    }
    writer.key("lastError")
    if let error = snapshot.metrics.lastError {
      writer.beginObject()
      writer.key("time")
      writer.string(WallClock.text(error.time))
      writer.key("text")
      writer.string(error.text)
      writer.endObject()
    } else {
      writer.null()
    }
  }
}
