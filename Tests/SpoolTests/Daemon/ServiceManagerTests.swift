import Foundation
import Testing

/// Tests that run the daemon itself and play the service manager that started it.
@Suite(.serialized)
struct ServiceManagerTests {
  let fixture: DaemonFixture

  init() throws {
    fixture = try DaemonFixture()
  }

  private func start(_ socket: String, _ arguments: String...) throws -> Process {
    try fixture.start(
      arguments: arguments, environment: ["NOTIFY_SOCKET": socket, "WATCHDOG_USEC": "1000000"])
  }

  @Test(arguments: [true, false])
  func lifeOfTheDaemonIsTold(isAbstract: Bool) async throws {
    let path = fixture.folder.url.appending(path: "socket").path
    let socket = isAbstract ? "@winnow-test-\(UUID().uuidString)" : path
    let listener = try NotifyListener(socket)
    let daemon = try start(socket)

    let beginning = listener.lines(upTo: "READY=1")
    #expect(beginning.contains { $0.hasPrefix("STATUS=Starting") })
    #expect(listener.lines(upTo: "WATCHDOG=1").contains("WATCHDOG=1"))

    try fixture.folder.write("<p>a page</p>", to: "inbox/page.html")
    let counted = "STATUS=Running: 0 in work, 0 waiting; since the start 1 done, 0 failed"
    #expect(listener.lines(upTo: counted).contains(counted))

    kill(daemon.processIdentifier, SIGHUP)
    let reload = listener.lines(upTo: "READY=1")
    #expect(reload.contains("RELOADING=1"))
    #expect(reload.contains { $0.hasPrefix("MONOTONIC_USEC=") })

    daemon.terminate()
    #expect(listener.lines(upTo: "STOPPING=1").contains("STOPPING=1"))
    #expect(try await fixture.exitCode(of: daemon) == 0)
  }

  @Test func stoppedDaemonIsSilent() async throws {
    let path = fixture.folder.url.appending(path: "socket").path
    let listener = try NotifyListener(path)
    let daemon = try start(path)
    _ = listener.lines(upTo: "READY=1")
    kill(daemon.processIdentifier, SIGSTOP)
    let processStat = "/proc/\(daemon.processIdentifier)/stat"
    try await fixture.wait {
      (try? String(contentsOfFile: processStat, encoding: .utf8))?.contains(") T ") ?? false
    }
    // All that was sent before is taken.
    listener.isPatient = false
    while listener.next() != nil {}
    kill(daemon.processIdentifier, SIGCONT)
    listener.isPatient = true
    #expect(listener.lines(upTo: "WATCHDOG=1").contains("WATCHDOG=1"))
    daemon.terminate()
    #expect(try await fixture.exitCode(of: daemon) == 0)
  }

  @Test func workersDoNotKnowTheServiceManager() async throws {
    let path = fixture.folder.url.appending(path: "socket").path
    let listener = try NotifyListener(path)
    let daemon = try start(path, "--workers", "1")
    _ = listener.lines(upTo: "READY=1")
    try await fixture.wait { !fixture.workers(of: daemon).isEmpty }
    let worker = try #require(fixture.workers(of: daemon).first)
    let environment = try String(contentsOfFile: "/proc/\(worker)/environ", encoding: .utf8)
    #expect(!environment.contains("NOTIFY_SOCKET"))
    #expect(!environment.contains("WATCHDOG"))
    daemon.terminate()
    #expect(try await fixture.exitCode(of: daemon) == 0)
  }

  @Test func reasonOfAFailedStartIsTheStatus() async throws {
    let path = fixture.folder.url.appending(path: "socket").path
    let listener = try NotifyListener(path)
    let daemon = try fixture.start(
      arguments: [], inbox: "none", environment: ["NOTIFY_SOCKET": path])
    #expect(try await fixture.exitCode(of: daemon) == 78)
    #expect(listener.next()?.contains("STATUS=") ?? false)
  }

  @Test func managerThatIsGoneHarmsNothing() async throws {
    let daemon = try start("/nowhere/socket")
    try await fixture.wait { fixture.logText.contains("the service manager cannot be told") }
    try fixture.folder.write("<p>a page</p>", to: "inbox/page.html")
    try await fixture.wait { fixture.folder.names(in: "outbox") == ["page.json.zst"] }
    daemon.terminate()
    #expect(try await fixture.exitCode(of: daemon) == 0)
  }
}
