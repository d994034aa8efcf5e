import Dispatch
import Glibc
import Logging
import Settings
import Spool
import Synchronization

/// The log of the process: what is written, how, and how often.
final class LogOutput: Sendable {
  private struct State {
    var level = Logger.Level.info
    var format = LogFormat.text
    var limiter = RepeatLimiter(interval: .seconds(60))
  }

  private let state = Mutex(State())
  private let sink = LogSink()
  private let queue = DispatchQueue(label: "winnow.log.repetitions")
  private let startTime = DispatchTime.now().uptimeNanoseconds

  /// The least level that is logged.
  var level: Logger.Level { state.withLock(\.level) }

  /// Enters what was set.
  func configure(_ settings: Settings) {
    state.withLock { state in
      state.level = settings.text(.logLevel).flatMap { Logger.Level(rawValue: $0) } ?? .info
      state.format = settings.text(.logFormat).flatMap { LogFormat(rawValue: $0) } ?? .text
      state.limiter.interval = .seconds(settings.integer(.logRepeatSeconds) ?? 0)
    }
  }

  /// Writes an entry, or counts it where one like it was written just now.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - repetition: What it has in common with those like it, or `nil` when each counts.
  func write(_ entry: LogEntry, repetition: String?) {
    let now = now
    let wait = state.withLock { state -> Duration? in
      for due in state.limiter.due(at: now) { sink.write(due.line(state.format)) }
      if let repetition, !state.limiter.admits(entry, key: repetition, at: now) {
        return state.limiter.interval
      }
      sink.write(entry.line(state.format))
      return nil
    }
    if let wait {
      let seconds = Int(wait.components.seconds)
      queue.asyncAfter(deadline: .now() + .seconds(seconds)) { @Sendable in
        self.writeDue(at: self.now)
      }
    }
  }

  /// Writes what is left, but does not wait for a reader for ever.
  func flush() {
    writeDue(at: nil)
    sink.flush()
  }

  private func writeDue(at time: Duration?) {
    state.withLock { state in
      for due in state.limiter.due(at: time) { sink.write(due.line(state.format)) }
    }
  }

  private var now: Duration {
    .nanoseconds(Int64(DispatchTime.now().uptimeNanoseconds - startTime))
  }
}
