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
    var isTimerSet = false
  }

  private let state = Mutex(State())
  private let sink = LogSink()
  private let queue = DispatchQueue(label: "winnow.log.repetitions")
  private let startTime = DispatchTime.now().uptimeNanoseconds

  /// The least level that is logged.
  var level: Logger.Level { state.withLock(\.level) }

  /// Enters what was set.
  func configure(_ settings: Settings) {
    let format = settings.text(.logFormat).flatMap { LogFormat(rawValue: $0) } ?? .text
    sink.set(format)
    state.withLock { state in
      state.level = settings.text(.logLevel).flatMap { Logger.Level(rawValue: $0) } ?? .info
      state.format = format
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
    state.withLock { state in
      for due in state.limiter.due(at: now) { sink.write(due.line(state.format)) }
      if let repetition, !state.limiter.admits(entry, key: repetition, at: now) {
        scheduleDue(&state)
      } else {
        sink.write(entry.line(state.format))
      }
    }
  }

  /// Sees to it that what was held back is told although nothing else is, by one timer at a time.
  private func scheduleDue(_ state: inout State) {
    guard !state.isTimerSet else { return }
    state.isTimerSet = true
    let seconds = Int(state.limiter.interval.components.seconds)
    queue.asyncAfter(deadline: .now() + .seconds(seconds)) { @Sendable in
      let now = self.now
      self.state.withLock { state in
        state.isTimerSet = false
        for due in state.limiter.due(at: now) { self.sink.write(due.line(state.format)) }
        if state.limiter.holdsBack { self.scheduleDue(&state) }
      }
    }
  }

  /// Writes what is left, but does not wait for a reader for ever.
  func flush() {
    state.withLock { state in
      for due in state.limiter.due(at: nil) { sink.write(due.line(state.format)) }
    }
    sink.flush()
  }

  private var now: Duration {
    .nanoseconds(Int64(DispatchTime.now().uptimeNanoseconds - startTime))
  }
}
