import Logging
import Testing

@testable import Spool

private func entry(
  _ message: String, level: Logger.Level = .info, _ metadata: Logger.Metadata = [:]
) -> LogEntry {
  // 2026-01-31T23:59:59Z.
  LogEntry(
    time: 1_769_903_999_000_000_000, level: level, label: "winnowd", source: "Spool",
    message: message, metadata: metadata)
}

private let document: Logger.Metadata = [
  "ms": .stringConvertible(12), "name": "a.html", "status": "ok", "id": "a",
  "bytes": .stringConvertible(300), "out": .stringConvertible(90),
]

@Test func textHasTimeLevelAndFieldsInOrder() {
  #expect(
    entry("document", document).line(.text)
      == "2026-01-31T23:59:59Z info winnowd: [Spool] document id=\"a\" status=ok name=\"a.html\" "
      + "bytes=300 out=90 ms=12")
}

@Test func jsonHasNumbersAsNumbers() {
  #expect(
    entry("document", document).line(.json)
      == #"{"time":"2026-01-31T23:59:59Z","level":"info","logger":"winnowd","source":"Spool","#
      + #""message":"document","id":"a","status":"ok","name":"a.html","bytes":300,"out":90,"ms":12}"#
  )
}

@Test(arguments: [
  (Logger.Level.debug, 7), (.info, 6), (.notice, 5), (.warning, 4), (.error, 3), (.critical, 2),
])
func journalGetsThePriorityOfSyslog(level: Logger.Level, priority: Int) {
  #expect(entry("paused", level: level).line(.journal) == "<\(priority)>paused")
}

@Test(arguments: [LogFormat.text, .json, .journal])
func nothingFromOutsideEndsALine(format: LogFormat) {
  let text = "a\n<3>forged \u{1B}[2J \u{202E}"
  let line = entry("message \(text)", ["name": "\(text)", "why": "\(text)"]).line(format)
  #expect(!line.contains("\n"))
  #expect(!line.contains("\u{1B}"))
  if format != .json { #expect(!line.unicodeScalars.contains("\u{202E}")) }
}

@Test func quotationMarksDoNotEndAValue() {
  let line = entry("skipped", ["name": "a\" status=\"ok", "why": "b\\"]).line(.journal)
  #expect(line == #"<6>skipped name="a\" status=\"ok" why="b\\""#)
}
