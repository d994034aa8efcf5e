import Foundation
import Settings
import Testing

/// Tests of the daemon's settings: where they come from, and that a running daemon takes new ones.
@Suite(.serialized)
struct SettingsDaemonTests {
  let fixture: DaemonFixture

  init() throws {
    fixture = try DaemonFixture()
  }

  private var folder: TemporaryFolder { fixture.folder }

  private func path(_ name: String) -> String { folder.url.appending(path: name).path }

  /// Starts a daemon by a file of settings, and waits until it serves.
  private func start(_ file: String, _ arguments: String...) async throws -> Process {
    try folder.write(file, to: "w.yaml")
    let daemon = try fixture.start(arguments: ["--config", path("w.yaml")] + arguments)
    try await fixture.wait { fixture.logText.contains("watching") }
    return daemon
  }

  /// Changes the file of settings, has it read, and waits for what the log says then.
  private func reload(_ file: String, _ daemon: Process, until text: String) async throws {
    try folder.write(file, to: "w.yaml")
    kill(daemon.processIdentifier, SIGHUP)
    try await fixture.wait { fixture.logText.contains(text) }
  }

  /// The digest of the input that a record was made of.
  private func digest(of id: String) throws -> String? {
    (try fixture.record(of: id)["source"] as? [String: Any])?["sha256"] as? String
  }

  private func end(_ daemon: Process) async throws {
    daemon.terminate()
    #expect(try await fixture.exitCode(of: daemon) == 0)
  }

  /// Each setting has a flag of its name that reaches it.
  @Test func everySettingHasItsFlag() async throws {
    var arguments = ["--print-config"]
    for setting in Setting.all where ![.inbox, .outbox, .stabilitySeconds].contains(setting.name) {
      let value = setting.standard?.text ?? (setting.kind == .path ? "x" : "16777216")
      arguments +=
        setting.kind == .boolean
        ? [setting.name.flag] : [setting.name.flag, setting.name == .workers ? "3" : value]
    }
    let (code, output, _) = try await fixture.run(arguments)
    #expect(code == 0)
    let lines = output.split(separator: "\n")
    #expect(lines.count == Setting.all.count)
    for setting in Setting.all {
      let hasFlag = lines.contains {
        $0.hasPrefix("\(setting.name.key): ") && $0.hasSuffix("  # flag \(setting.name.flag)")
      }
      #expect(hasFlag, "\(setting.name.flag)")
    }
  }

  @Test func environmentAndFileAreHeeded() async throws {
    try folder.write("workers: 2\nmax-depth: 30\n", to: "w.yaml")
    let (code, output, _) = try await fixture.run(
      ["--print-config"],
      environment: ["WINNOW_CONFIG": path("w.yaml"), "WINNOW_WORKERS": "5"])
    #expect(code == 0)
    #expect(output.contains("\nworkers: 5  # environment WINNOW_WORKERS\n"))
    #expect(output.contains("\nmax-depth: 30  # \(path("w.yaml")):2\n"))
  }

  @Test func wrongSettingsEndTheDaemonWithTheirLines() async throws {
    try folder.write("wrokers: 2\nmax-depth: deep\n", to: "w.yaml")
    let (code, _, message) = try await fixture.run(["--once", "--config", path("w.yaml")])
    #expect(code == 78)
    #expect(message.contains("w.yaml:1: there is no setting wrokers; did you mean workers?"))
    #expect(message.contains("w.yaml:2: max-depth is a whole number, not \"deep\""))
    #expect(try await fixture.run(["--once", "--workers", "many"]).code == 64)
    #expect(try await fixture.run(["--once", "--config", path("none.yaml")]).code == 78)
  }

  @Test func hangUpPutsOtherSettingsInForce() async throws {
    let daemon = try await start("workers: 1\n")
    try await fixture.wait { fixture.workers(of: daemon).count == 1 }
    try await reload(
      "workers: 3\nmax-input-bytes: 20\n", daemon, until: "workers 3 (was 1)")
    try await fixture.wait { fixture.workers(of: daemon).count == 3 }
    try folder.write(String(repeating: "<p>long", count: 10), to: "inbox/a.html")
    try await fixture.wait { fixture.logText.contains("reason=too_large") }
    try await reload("workers: 1\n", daemon, until: "workers 1 (was 3)")
    try await fixture.wait { fixture.workers(of: daemon).count == 1 }
    try folder.write(String(repeating: "<p>long", count: 10), to: "inbox/b.html")
    try await fixture.wait { folder.names(in: "outbox").contains("b.json.zst") }
    try await end(daemon)
    #expect(folder.names(in: "inbox/done") == ["b.html"])
  }

  @Test func badFileLeavesTheOldSettingsInForce() async throws {
    let daemon = try await start("retire: delete\n")
    try await reload(
      "retire: move\nfrobnicate: 1\nworkers: 0\n", daemon, until: "the old one stays in force")
    let line = fixture.logText.split(separator: "\n").first { $0.contains("stays in force") }
    #expect(line?.contains("w.yaml:2: there is no setting frobnicate; ") == true)
    #expect(line?.contains("w.yaml:3: workers is between 1 and 1024") == true)
    try folder.write("<p>text", to: "inbox/a.html")
    try await fixture.wait { folder.names(in: "outbox") == ["a.json.zst"] }
    try await end(daemon)
    #expect(folder.names(in: "inbox/done") == [])
  }

  @Test func foldersNeedARestart() async throws {
    let daemon = try await start("log-level: info\n")
    try await reload(
      "log-level: error\ndone: \(path("elsewhere"))\n", daemon,
      until: "needs a restart: done \(path("elsewhere")) (was INBOX/done)")
    try folder.write("<p>text", to: "inbox/a.html")
    try await fixture.wait { folder.names(in: "inbox/done") == ["a.html"] }
    // The level is in force, so the document has no line.
    try await end(daemon)
    #expect(!fixture.logText.contains("name=\"a.html\""))
  }

  @Test func documentInWorkOutlivesAReload() async throws {
    try folder.write("<!--winnow-misbehave: sleep--><p>text", to: "inbox/a.html")
    let daemon = try await start("workers: 2\nmax-seconds: 1\n", "--misbehave-on-request")
    try await fixture.wait { folder.names(in: "inbox") == ["done", "failed"] }
    try await reload("workers: 1\nmax-seconds: 50\n", daemon, until: "workers 1 (was 2)")
    // It ends by the limit that it began under, and is tried again in a worker that has the new one.
    try await fixture.wait { fixture.logText.contains("again name=\"a.html\" reason=timeout") }
    try folder.write("<p>text", to: "inbox/b.html")
    kill(daemon.processIdentifier, SIGKILL)
    _ = try await fixture.exitCode(of: daemon)
  }

  @Test func logSpeaksJSONAndTheLanguageOfTheJournal() async throws {
    try folder.write("<p>text", to: "inbox/a b.html")
    #expect(try await fixture.exitCode(of: fixture.start("--once", "--log-format", "json")) == 0)
    let line = try #require(fixture.logText.split(separator: "\n").first { $0.contains("a b") })
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(object?["message"] as? String == "document")
    #expect(object?["name"] as? String == "a b.html")
    #expect(object?["bytes"] as? Int == 7)
    #expect(object?["id"] as? String == "a b")
    try folder.write("<p>text", to: "inbox/c.html")
    #expect(try await fixture.exitCode(of: fixture.start("--once", "--log-format", "journal")) == 0)
    #expect(fixture.logText.contains("<6>document id=\"c\" status="))
  }

  @Test func retentionRemovesOldInputs() async throws {
    try folder.makeFolder("inbox/done")
    for number in 1...5 { try folder.write("<p>old", to: "inbox/done/old-\(number).html") }
    try folder.write("<p>text", to: "inbox/a.html")
    let daemon = try fixture.start("--once", "--max-done-count", "2")
    #expect(try await fixture.exitCode(of: daemon) == 0)
    let names = folder.names(in: "inbox/done")
    #expect(names.count == 3)
    #expect(names.contains("a.html"))
    #expect(fixture.logText.contains("removed old inputs"))
  }

  @Test func contentIsWrittenOnce() async throws {
    try folder.write("<p>first", to: "inbox/a.html")
    #expect(try await fixture.exitCode(of: fixture.start("--once")) == 0)
    for name in ["b", "c", "d"] { try folder.write("<p>first", to: "inbox/\(name).html") }
    for name in ["x", "y", "z"] { try folder.write("<p>second", to: "inbox/\(name).html") }
    let daemon = try fixture.start("--once", "--deduplicate", "content", "--workers", "4")
    #expect(try await fixture.exitCode(of: daemon) == 0)
    let names = folder.names(in: "outbox")
    #expect(names.count == 2)
    #expect(names.contains("a.json.zst"))
    #expect(folder.names(in: "inbox/done").count == 7)
    #expect(fixture.logText.contains("5 duplicates got no record"))
    #expect(fixture.logText.contains("duplicate id=\"b\" status="))
  }

  @Test func recordThatIsThereIsKeptOnRequest() async throws {
    try folder.write("<p>first", to: "inbox/a.html")
    #expect(try await fixture.exitCode(of: fixture.start("--once")) == 0)
    let first = try digest(of: "a")
    try folder.write("<p>second", to: "inbox/a.html")
    #expect(try await fixture.exitCode(of: fixture.start("--once", "--existing", "skip")) == 0)
    #expect(try digest(of: "a") == first)
    #expect(folder.names(in: "inbox/done") == ["a-2.html", "a.html"])
    #expect(fixture.logText.contains("not written id=\"a\""))
    try folder.write("<p>third", to: "inbox/a.html")
    #expect(try await fixture.exitCode(of: fixture.start("--once", "--existing", "replace")) == 0)
    #expect(folder.names(in: "outbox") == ["a.json.zst"])
    #expect(try digest(of: "a") != first)
  }
}
