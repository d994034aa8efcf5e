import Dispatch
import Glibc
import Logging
import Spool
import Synchronization

/// Writes lines to stderr, and makes nobody wait for whoever reads them.
///
/// Lines wait in memory while the reader is slow. When they are too many they are dropped, and their number
/// is written where they would have stood: a journal that is full is no reason to stop the work.
final class LogSink: Sendable {
  private struct Waiting {
    var bytes: [UInt8] = []
    var droppedLines = 0
    var isDraining = false
    var format = LogFormat.text
  }

  private let waiting = Mutex(Waiting())
  private let queue = DispatchQueue(label: "winnow.log")

  // Some 8,000 lines, which a reader that merely pauses takes up again.
  private static let capacity = 1 << 20

  /// Sets the form of the one line that the sink writes by itself.
  func set(_ format: LogFormat) {
    waiting.withLock { $0.format = format }
  }

  /// Takes over a line, which has no line feed yet.
  func write(_ line: String) {
    let begins = waiting.withLock { waiting in
      guard waiting.bytes.count < Self.capacity else {
        waiting.droppedLines += 1
        return false
      }
      waiting.bytes += line.utf8
      waiting.bytes.append(UInt8(ascii: "\n"))
      defer { waiting.isDraining = true }
      return !waiting.isDraining
    }
    if begins { queue.async { @Sendable in self.drain() } }
  }

  /// Waits until all lines are written, but not for ever.
  func flush() {
    let isDone = DispatchSemaphore(value: 0)
    queue.async { @Sendable in isDone.signal() }
    _ = isDone.wait(timeout: .now() + .seconds(1))
  }

  private func drain() {
    while let bytes = takeBytes() { Self.write(bytes) }
  }

  /// What is to be written next, or `nil` when there is nothing left.
  private func takeBytes() -> [UInt8]? {
    waiting.withLock { waiting in
      if waiting.droppedLines > 0 {
        let entry = LogEntry(
          time: WallClock.now(), level: .warning, label: "winnowd", source: "winnowd",
          message: "lines were dropped: the log is not read",
          metadata: ["count": .stringConvertible(waiting.droppedLines)])
        waiting.bytes += "\(entry.line(waiting.format))\n".utf8
        waiting.droppedLines = 0
      }
      waiting.isDraining = !waiting.bytes.isEmpty
      guard waiting.isDraining else { return nil }
      defer { waiting.bytes = [] }
      return waiting.bytes
    }
  }

  /// Writes to stderr; what cannot be written is let go.
  private static func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(STDERR_FILENO, buffer.baseAddress, buffer.count)
      }
      guard count >= 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}
