import Logging
import Testing

@testable import Spool

/// A limiter of ten seconds, and what it lets through.
private struct Log {
  var limiter = RepeatLimiter(interval: .seconds(10))
  var lines: [String] = []

  mutating func tell(_ message: String, key: String = "key", at seconds: Int) {
    writeDue(at: .seconds(seconds))
    let entry = LogEntry(
      time: 0, level: .error, label: "", source: "", message: message, metadata: [:])
    if limiter.admits(entry, key: key, at: .seconds(seconds)) { lines.append(entry.line(.journal)) }
  }

  mutating func writeDue(at time: Duration?) {
    lines += limiter.due(at: time).map { $0.line(.journal) }
  }
}

@Test func firstIsWrittenAndTheRestCounted() {
  var log = Log()
  for second in 0..<10 { log.tell("again \(second)", at: second) }
  #expect(log.lines == ["<3>again 0"])
  log.writeDue(at: .seconds(10))
  #expect(log.lines == ["<3>again 0", "<3>again 9 repeated=9"])
  log.tell("again", at: 11)
  #expect(log.lines.count == 2)
}

@Test func troubleThatCeasedIsNewsAgain() {
  var log = Log()
  log.tell("a", at: 0)
  log.writeDue(at: .seconds(30))
  log.tell("b", at: 40)
  log.tell("c", at: 60)
  #expect(log.lines == ["<3>a", "<3>b", "<3>c"])
}

@Test func troublesAreCountedApart() {
  var log = Log()
  log.tell("a", key: "a", at: 0)
  log.tell("b", key: "b", at: 1)
  log.tell("a", key: "a", at: 2)
  log.writeDue(at: nil)
  #expect(log.lines == ["<3>a", "<3>b", "<3>a repeated=1"])
}

@Test func endTellsWhatWasHeldBack() {
  var log = Log()
  log.tell("a", at: 0)
  log.tell("a", at: 1)
  log.writeDue(at: nil)
  #expect(log.lines == ["<3>a", "<3>a repeated=1"])
}

@Test func intervalOfZeroHoldsNothingBack() {
  var log = Log()
  log.limiter.interval = .zero
  for _ in 0..<3 { log.tell("a", at: 0) }
  #expect(log.lines.count == 3)
}

@Test func kindsWithoutEndTakeNoMemoryWithoutEnd() {
  var log = Log()
  for number in 0..<1000 { log.tell("a", key: "\(number)", at: 0) }
  #expect(log.lines.count == 1000)
  log.tell("a", key: "0", at: 1)
  #expect(log.lines.count == 1000)
}
