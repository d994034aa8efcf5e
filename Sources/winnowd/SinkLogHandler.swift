import Logging
import Spool

/// Hands lines to a sink: time, level, label, module, text.
struct SinkLogHandler: LogHandler {
  let label: String
  let sink: LogSink
  var logLevel = Logger.Level.info
  var metadata = Logger.Metadata()

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let time = WallClock.text(WallClock.now())
    sink.write("\(time) \(event.level) \(label): [\(event.source)] \(event.message)")
  }
}
