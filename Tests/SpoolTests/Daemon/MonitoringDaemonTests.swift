import Foundation
import Testing

/// What the daemon itself tells, through files and its socket.
@Suite(.serialized)
struct MonitoringDaemonTests {
  let fixture: DaemonFixture

  init() throws {
    fixture = try DaemonFixture()
  }

  private var folder: TemporaryFolder { fixture.folder }

  private func text(_ path: String) -> String {
    (try? String(contentsOf: folder.url.appending(path: path), encoding: .utf8)) ?? ""
  }

  private func state() -> [String: Any] {
    let data = Data(text("inbox/.winnow/state.json").utf8)
    return (try? JSONSerialization.jsonObject(with: data)) as? [String: Any] ?? [:]
  }

  /// Every path below the folder of the test, with what stands there; the log is left out.
  private func tree() throws -> [String: String] {
    var tree: [String: String] = [:]
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path)
    for path in paths where path != "log" {
      let file = folder.url.appending(path: path).path
      let status = try FileManager.default.attributesOfItem(atPath: file)
      let content = FileManager.default.contents(atPath: file)?.base64EncodedString() ?? ""
      tree[path] = "\(status[.modificationDate] ?? "") \(status[.type] ?? "") \(content)"
    }
    return tree
  }

  @Test func metricsAreInTheFileAtTheEnd() async throws {
    try folder.write("<p>a</p>", to: "inbox/a.html")
    try folder.write("", to: "inbox/b.html")
    let file = folder.url.appending(path: "winnow.prom").path
    let code = try await fixture.exitCode(of: fixture.start("--once", "--metrics-file", file))
    #expect(code == 0)
    let lines = Set(text("winnow.prom").split(separator: "\n").map(String.init))
    #expect(lines.contains(#"winnow_files_discovered_total{via="scan"} 2"#))
    #expect(lines.contains(#"winnow_documents_total{status="failed"} 0"#))
    #expect(lines.contains(#"winnow_failures_total{reason="empty_input"} 1"#))
    #expect(lines.contains(#"winnow_queue_files{queue="done"} 2"#))
    #expect(lines.contains(#"winnow_queue_files{queue="inbox"} 0"#))
    #expect(lines.contains("winnow_input_bytes_total 8"))
    #expect(lines.contains(#"winnow_stage_duration_seconds_count{stage="write"} 2"#))
    #expect(folder.names(in: "") == ["inbox", "log", "outbox", "winnow.prom"])
  }

  @Test func stateIsWrittenAndToldAtTheEnd() async throws {
    let daemon = try fixture.start()
    try await fixture.wait { state()["phase"] as? String == "running" }
    #expect(state()["process"] as? Int32 == daemon.processIdentifier)
    daemon.terminate()
    #expect(try await fixture.exitCode(of: daemon) == 0)
    #expect(state()["phase"] as? String == "stopped")
  }

  @Test func socketIsServedAndRemoved() async throws {
    let path = folder.url.appending(path: "s").path
    let daemon = try fixture.start("--metrics-socket", path)
    try await fixture.wait { fixture.logText.contains("watching") }
    #expect(try UnixClient.get("/health", at: path).hasSuffix("\r\n\r\nok\n"))
    #expect(try UnixClient.get("/metrics", at: path).contains("\nwinnow_watch_active 1\n"))
    daemon.terminate()
    #expect(try await fixture.exitCode(of: daemon) == 0)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func socketOfAKilledDaemonIsReplacedAndThatOfALivingOneIsNot() async throws {
    let path = folder.url.appending(path: "s").path
    let first = try fixture.start("--metrics-socket", path)
    try await fixture.wait { fixture.logText.contains("watching") }
    try folder.makeFolder("other")
    let second = try fixture.start(arguments: ["--metrics-socket", path], inbox: "other")
    #expect(try await fixture.exitCode(of: second) == 75)
    kill(first.processIdentifier, SIGKILL)
    _ = try await fixture.exitCode(of: first)
    let third = try fixture.start("--metrics-socket", path)
    try await fixture.wait { (try? UnixClient.get("/health", at: path))?.contains("ok") == true }
    third.terminate()
    #expect(try await fixture.exitCode(of: third) == 0)
  }

  @Test(arguments: [
    (["--metrics-file", "inbox/m.prom"], 78), (["--metrics-file", "none/m.prom"], 78),
    (["--metrics-socket", "outbox/s"], 78), (["--metrics-interval", "0"], 64),
    (["--dry-run"], 64),
  ])
  func wrongPlacesAreRefused(arguments: [String], code: Int) async throws {
    let absolute = arguments.map { text in
      text.contains("/") ? folder.url.appending(path: text).path : text
    }
    let daemon = try fixture.start(arguments: absolute)
    #expect(try await Int(fixture.exitCode(of: daemon)) == code)
  }

  @Test func dryRunTellsAndChangesNothing() async throws {
    for name in ["a.html", "b.html.part", ".hidden", "c.html"] {
      try folder.write(name, to: "inbox/\(name)")
    }
    try folder.makeFolder("inbox/folder.html")
    try folder.makeFolder("inbox/.work/2")
    try folder.makeFolder("inbox/.work/4")
    try folder.makeFolder("inbox/.winnow")
    try folder.write("d", to: "inbox/.work/2/d.html")
    try folder.write("e", to: "inbox/.work/4/e.html")
    unsafe symlink("/etc/passwd", folder.url.appending(path: "inbox/link.html").path)
    try folder.write("", to: "log")
    let before = try tree()
    let output = folder.url.appending(path: "log")
    let daemon = try fixture.start(
      arguments: ["--once", "--dry-run", "--max-input-bytes", "6"], standardOutput: output)
    #expect(try await fixture.exitCode(of: daemon) == 0)
    #expect(try tree() == before)
    #expect(
      text("log") == """
        resume  1  d.html  (attempt 3)
        give-up  1  e.html  (no attempt is left)
        leave  -  .hidden  (hidden)
        take  6  a.html
        leave  -  b.html.part  (temporary name)
        take  6  c.html
        leave  -  folder.html  (directory)
        leave  -  link.html  (symbolic link)
        4 would be taken, 0 later, 4 left alone

        """)
  }

  @Test func dryRunTellsWhatIsNotWholeOrTooLargeOrServed() async throws {
    let first = try fixture.start("--minimum-age-seconds", "3600")
    try await fixture.wait { fixture.logText.contains("watching") }
    try folder.write("123456789", to: "inbox/large.html")
    try folder.write(#"{"html": "<p>Rain</p>"}"#, to: "inbox/large.ndjson")
    let output = folder.url.appending(path: "said")
    try Data().write(to: output)
    let arguments = ["--once", "--dry-run", "--max-input-bytes", "8"]
    let daemon = try fixture.start(arguments: arguments, standardOutput: output)
    #expect(try await fixture.exitCode(of: daemon) == 0)
    #expect(text("said").contains("take  9  large.html  (fails as too_large)\n"))
    #expect(text("said").contains("take  23  large.ndjson\n"))
    #expect(text("said").contains("note: process \(first.processIdentifier) serves the inbox"))
    let waiting = ["--once", "--dry-run", "--ready", "done-file"]
    let again = try fixture.start(arguments: waiting, standardOutput: output)
    #expect(try await fixture.exitCode(of: again) == 0)
    #expect(text("said").contains("later  9  large.html  (the file beside it"))
  }
}
