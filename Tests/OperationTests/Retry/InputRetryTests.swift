import Operation
import Spool
import SystemPackage
import Testing

struct InputRetryTests {
  let folder: TemporaryFolder
  let inbox: any Directory
  let failed: any Directory

  init() throws {
    folder = try TemporaryFolder()
    inbox = try folder.makeFolder("inbox")
    failed = try folder.makeFolder("inbox/failed")
  }

  private func fail(_ name: String, reason: String = "timeout") throws {
    try folder.write(name, to: "inbox/failed/\(name)")
    try folder.write(
      "{\"schema\":\"winnow.failure/1\",\"name\":\"\(name)\",\"reason\":\"\(reason)\"}\n",
      to: "inbox/failed/\(name).error.json")
  }

  @Test func inputGoesBackAndItsNoteGoes() throws {
    try fail("a.html")
    let inputs = try FailedFolder.inputs(in: failed)
    let retry = try InputRetry(from: failed, to: inbox)
    #expect(inputs.map { retry.retry($0) } == [.moved])
    #expect(folder.names(in: "inbox") == ["a.html", "failed"])
    #expect(folder.names(in: "inbox/failed") == [])
    #expect(folder.names(in: "inbox/failed/.retry") == [])
  }

  @Test func fileInTheInboxIsNotReplaced() throws {
    try fail("a.html")
    try folder.write("other", to: "inbox/a.html")
    let inputs = try FailedFolder.inputs(in: failed)
    #expect(try InputRetry(from: failed, to: inbox).retry(inputs[0]) == .nameTaken)
    #expect(folder.text("inbox/a.html") == "other")
    #expect(folder.names(in: "inbox/failed") == ["a.html", "a.html.error.json"])
  }

  @Test func inputThatWentIsGoneAndItsNoteStays() throws {
    try fail("a.html")
    let inputs = try FailedFolder.inputs(in: failed)
    try failed.remove(FileName("a.html"))
    #expect(try InputRetry(from: failed, to: inbox).retry(inputs[0]) == .gone)
    #expect(folder.names(in: "inbox/failed") == ["a.html.error.json"])
  }

  @Test func markerIsMadeBesideTheInput() throws {
    try fail("a.html")
    let inputs = try FailedFolder.inputs(in: failed)
    let retry = try InputRetry(from: failed, to: inbox, markerSuffix: ".done")
    #expect(retry.retry(inputs[0]) == .moved)
    #expect(folder.names(in: "inbox") == ["a.html", "a.html.done", "failed"])
  }

  /// Killed at each call in turn, then run again: the input is in one place at each moment, with its note where it
  /// is still failed, and comes back in the end.
  @Test func killAtAnyCallLosesNothing() throws {
    var calls = 0
    while true {
      try fail("a.html")
      let life = DyingDirectory.Life(calls)
      let inputs = try FailedFolder.inputs(in: failed)
      #expect(inputs.map(\.reason) == ["timeout"])
      let (dyingFailed, dyingInbox) = (DyingDirectory(failed, life), DyingDirectory(inbox, life))
      let retry = try? InputRetry(from: dyingFailed, to: dyingInbox, markerSuffix: ".done")
      let outcome = retry?.retry(inputs[0])
      let places = ["inbox/a.html", "inbox/failed/a.html"].filter { folder.text($0) != nil }
      #expect(places.count == 1, "after \(calls) calls")
      // The next one puts right what was left.
      let next = try InputRetry(from: failed, to: inbox, markerSuffix: ".done")
      let left = try FailedFolder.inputs(in: failed)
      #expect(left.allSatisfy { $0.reason == "timeout" }, "after \(calls) calls")
      #expect(left.count == (places == ["inbox/failed/a.html"] ? 1 : 0))
      for input in left { #expect(next.retry(input) == .moved) }
      #expect(folder.text("inbox/a.html") == "a.html")
      #expect(folder.names(in: "inbox/failed") == [], "after \(calls) calls")
      #expect(folder.names(in: "inbox/failed/.retry") == [], "after \(calls) calls")
      try inbox.remove(FileName("a.html"))
      try? inbox.remove(FileName("a.html.done"))
      if outcome == .moved, life.rest > 0 { break }
      calls += 1
    }
    #expect(calls > 5)
  }
}
