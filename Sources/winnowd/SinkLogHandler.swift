import Logging
import Spool

/// Hands what is logged to the log of the process.
struct SinkLogHandler: LogHandler {
  let label: String
  let output: LogOutput
  var metadata = Logger.Metadata()

  /// The level of the process, which may change while it runs.
  var logLevel: Logger.Level {
    get { output.level }
    set {}
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var fields = metadata.merging(event.metadata ?? [:]) { _, new in new }
    let repetition = fields.removeValue(forKey: Logger.repetitionKey).map { "\($0)" }
    let entry = LogEntry(
      time: WallClock.now(), level: event.level, label: label, source: event.source,
      message: "\(event.message)", metadata: fields)
    output.write(entry, repetition: repetition)
  }
}
