import Foundation
import Testing

/// Tests that run the daemon itself.
@Suite(.serialized)
struct DaemonTests {
  let fixture: DaemonFixture

  init() throws {
    fixture = try DaemonFixture()
  }

  private var folder: TemporaryFolder { fixture.folder }

  private func fill(_ count: Int) throws -> (inputs: [String], outputs: [String]) {
    let stems = (0..<count).map { "page-\(1000 + $0)" }
    for stem in stems {
      try folder.write("<p>\(stem)</p>", to: "inbox/\(stem).html")
    }
    return (stems.map { $0 + ".html" }, stems.map { $0 + ".json.zst" })
  }

  @Test func onceWorksOffTheInbox() async throws {
    let names = try fill(20)
    #expect(try await fixture.exitCode(of: fixture.start("--once")) == 0)
    #expect(folder.names(in: "outbox") == names.outputs)
    #expect(folder.names(in: "inbox/done") == names.inputs)
    #expect(folder.names(in: "inbox") == ["done", "failed"])
  }

  /// One line of a page, compressed with gzip and with zstd.
  @Test(arguments: [
    "H4sIAAAAAAAAA7MpsPPPS1XIyQQS+WkKiQoFiempColJ+aUlCkWJmXl6NvoFdgDRVynRJQAAAA==",
    "KLUv/SQlKQEAPHA+T25lIGxpbmUgb2YgYSBwYWdlIGFib3V0IHJhaW4uPC9wPmet11Y=",
  ])
  func compressedFilesAreOpened(base64: String) async throws {
    let bytes = try #require(Data(base64Encoded: base64))
    try bytes.write(to: folder.url.appending(path: "inbox/page.html.z"))
    #expect(try await fixture.exitCode(of: fixture.start("--once", "--log-level", "debug")) == 0)
    #expect(folder.names(in: "inbox/done") == ["page.html.z"])
    #expect(!fixture.logText.contains("status=failed"))
  }

  @Test func inputsAreRemovedOrKeptOnRequest() async throws {
    let names = try fill(2)
    #expect(try await fixture.exitCode(of: fixture.start("--once", "--keep")) == 0)
    #expect(folder.names(in: "inbox") == ["done", "failed"] + names.inputs)
    #expect(try await fixture.exitCode(of: fixture.start("--once", "--delete")) == 0)
    #expect(folder.names(in: "inbox") == ["done", "failed"])
    #expect(folder.names(in: "inbox/done") == [])
    #expect(folder.names(in: "outbox") == names.outputs)
  }

  @Test func filesThatComeWhileItRunsAreTaken() async throws {
    let daemon = try fixture.start()
    try await fixture.wait { fixture.logText.contains("watching") }
    let names = try fill(5)
    try await fixture.wait { folder.names(in: "inbox/done") == names.inputs }
    daemon.terminate()
    #expect(try await fixture.exitCode(of: daemon) == 0)
    #expect(folder.names(in: "outbox") == names.outputs)
  }

  @Test func hangUpIsNoReasonToEnd() async throws {
    let daemon = try fixture.start()
    try await fixture.wait { fixture.logText.contains("watching") }
    kill(daemon.processIdentifier, SIGHUP)
    try await fixture.wait { fixture.logText.contains("reload") }
    daemon.interrupt()
    #expect(try await fixture.exitCode(of: daemon) == 0)
  }

  @Test func secondDaemonIsTurnedAway() async throws {
    let first = try fixture.start()
    try await fixture.wait { fixture.logText.contains("watching") }
    #expect(try await fixture.exitCode(of: fixture.start("--once")) == 75)
    #expect(fixture.logText.contains("is locked by process \(first.processIdentifier)"))
  }

  @Test func lockGoesWithTheProcess() async throws {
    let first = try fixture.start()
    try await fixture.wait { fixture.logText.contains("watching") }
    kill(first.processIdentifier, SIGKILL)
    _ = try await fixture.exitCode(of: first)
    #expect(try await fixture.exitCode(of: fixture.start("--once")) == 0)
  }

  @Test func missingFolderIsAnErrorOfTheConfiguration() async throws {
    #expect(try await fixture.exitCode(of: fixture.start("--once", inbox: "none")) == 78)
    try FileManager.default.removeItem(at: folder.url.appending(path: "outbox"))
    #expect(try await fixture.exitCode(of: fixture.start("--once")) == 78)
    #expect(folder.names(in: "") == ["inbox", "log"])
  }

  @Test func whatIsNoFileIsLeftAlone() async throws {
    let inbox = folder.url.appending(path: "inbox")
    unsafe mkfifo(inbox.appending(path: "pipe.html").path, 0o600)
    unsafe symlink("/etc/passwd", inbox.appending(path: "link.html").path)
    try folder.makeFolder("inbox/folder.html")
    let names = try fill(1)
    #expect(try await fixture.exitCode(of: fixture.start("--once")) == 0)
    #expect(
      folder.names(in: "inbox") == ["done", "failed", "folder.html", "link.html", "pipe.html"])
    #expect(folder.names(in: "outbox") == names.outputs)
  }

  @Test func killedDaemonLosesNothing() async throws {
    let names = try fill(60)
    for killed in 0..<4 {
      let daemon = try fixture.start("--workers", "2")
      try await fixture.wait { folder.names(in: "inbox/done").count > killed * 10 }
      kill(daemon.processIdentifier, SIGKILL)
      _ = try await fixture.exitCode(of: daemon)
    }
    #expect(try await fixture.exitCode(of: fixture.start("--once")) == 0)
    #expect(folder.names(in: "outbox") == names.outputs)
    #expect(folder.names(in: "inbox/done") == names.inputs)
    #expect(folder.names(in: "inbox") == ["done", "failed"])
  }
}
