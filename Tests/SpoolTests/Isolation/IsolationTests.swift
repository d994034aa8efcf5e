import Foundation
import Testing

/// Tests that have workers of the daemon misbehave.
@Suite(.serialized)
struct IsolationTests {
  let fixture: DaemonFixture

  init() throws {
    fixture = try DaemonFixture()
  }

  private var folder: TemporaryFolder { fixture.folder }

  private func write(_ kind: String) throws {
    let page = "<!--winnow-misbehave: \(kind)--><p>It rained in the town all day.</p>"
    try folder.write(page, to: "inbox/\(kind).html")
  }

  private func run(_ arguments: [String] = []) async throws -> Int32 {
    let daemon = try fixture.start(
      arguments: ["--once", "--misbehave-on-request", "--workers", "2"] + arguments)
    return try await fixture.exitCode(of: daemon)
  }

  private func note(_ kind: String) throws -> [String: Any] {
    let url = folder.url.appending(path: "inbox/failed/\(kind).html.error.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    return try #require(object as? [String: Any])
  }

  @Test(arguments: [
    ("crash", "crash"), ("trap", "crash"), ("overflow", "crash"), ("abort", "crash"),
    ("exit", "exit"), ("garbage", "crash"), ("flood", "crash"), ("silence", "crash"),
  ])
  func workerThatEndsCostsItsPageAlone(kind: String, reason: String) async throws {
    try write(kind)
    try folder.write("<p>A page of its own.</p>", to: "inbox/sibling.html")
    #expect(try await run() == 1)
    #expect(folder.names(in: "inbox/done") == ["sibling.html"])
    #expect(folder.names(in: "outbox") == ["\(kind).json.zst", "sibling.json.zst"].sorted())
    let note = try note(kind)
    #expect(note["reason"] as? String == reason)
    #expect(note["attempts"] as? Int == 2)
  }

  @Test func memoryLimitBinds() async throws {
    try write("memory")
    #expect(try await run(["--max-memory", "67108864"]) == 1)
    let note = try note("memory")
    #expect(note["reason"] as? String == "memory")
    #expect(note["limits"] as? [String] == ["memory"])
  }

  @Test(arguments: ["hang", "sleep", "busy"])
  func timeLimitBinds(kind: String) async throws {
    try write(kind)
    #expect(try await run(["--max-seconds", "1"]) == 1)
    let note = try note(kind)
    #expect(note["reason"] as? String == "timeout")
    #expect(note["limits"] as? [String] == ["wall_time"])
  }

  @Test func secondAttemptHasAFreshWorker() async throws {
    try write("once")
    #expect(try await run() == 0)
    #expect(folder.names(in: "inbox/done") == ["once.html"])
    #expect(fixture.logText.contains("attempt=2"))
  }

  @Test(
    .enabled("the kernel has seccomp") {
      FileManager.default.fileExists(atPath: "/proc/sys/kernel/seccomp/actions_avail")
    },
    arguments: ["fork", "execute", "open", "create", "connect", "kill"])
  func workerMayNot(kind: String) async throws {
    try write(kind)
    #expect(try await run() == 0)
    let text = try fixture.record(of: kind)["text"] as? String
    #expect(text == "\(kind): refused with error \(EPERM)")
  }

  @Test func pagesCannotAskForItThemselves() async throws {
    try write("exit")
    #expect(try await fixture.exitCode(of: fixture.start("--once")) == 0)
    #expect(folder.names(in: "inbox/done") == ["exit.html"])
  }

  @Test func recordsAreTheSameWithoutIsolation() async throws {
    try folder.write("<h1>Rain</h1><p>It rained in the town all day.</p>", to: "inbox/a.html")
    #expect(try await fixture.exitCode(of: fixture.start("--once")) == 0)
    let name = folder.url.appending(path: "outbox/a.json.zst")
    let isolated = try Data(contentsOf: name)
    try FileManager.default.removeItem(at: name)
    let inbox = folder.url.appending(path: "inbox")
    try FileManager.default.moveItem(
      at: inbox.appending(path: "done/a.html"), to: inbox.appending(path: "a.html"))
    let daemon = try fixture.start("--once", "--isolation", "none")
    #expect(try await fixture.exitCode(of: daemon) == 0)
    #expect(try Data(contentsOf: name) == isolated)
  }

  @Test func outputLimitBinds() async throws {
    let words = String(repeating: "rain fell on the town, ", count: 2000)
    try folder.write("<h1>Rain</h1><p>\(words).</p>", to: "inbox/a.html")
    #expect(try await run(["--max-output-bytes", "8192"]) == 0)
    let record = try fixture.record(of: "a")
    #expect(record["status"] as? String == "partial")
    #expect(record["limits"] as? [String] == ["output_bytes"])
  }

  @Test func fileLargerThanTheLimitIsRefusedUnread() async throws {
    let url = folder.url.appending(path: "inbox/a.html")
    #expect(FileManager.default.createFile(atPath: url.path, contents: nil))
    // A sparse file: a terabyte that takes no room.
    try FileHandle(forWritingTo: url).truncate(atOffset: 1 << 40)
    #expect(try await run() == 1)
    let note = try note("a")
    #expect(note["reason"] as? String == "too_large")
    #expect(note["limits"] as? [String] == ["input_bytes"])
  }

  @Test func workersEndWithTheDaemon() async throws {
    try write("sleep")
    let daemon = try fixture.start("--misbehave-on-request", "--workers", "1")
    try await fixture.wait { !fixture.workers(of: daemon).isEmpty }
    try await fixture.wait { folder.names(in: "inbox") == ["done", "failed"] }
    let workers = fixture.workers(of: daemon)
    kill(daemon.processIdentifier, SIGKILL)
    _ = try await fixture.exitCode(of: daemon)
    try await fixture.wait { workers.allSatisfy { kill($0, 0) != 0 } }
  }
}
