import Foundation
import Intake
import SystemPackage
import Testing

/// An inbox and an outbox on disk, and daemons that serve them.
final class DaemonFixture {
  let folder: TemporaryFolder
  private var running: [Process] = []

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("inbox")
    try folder.makeFolder("outbox")
  }

  deinit {
    for process in running where process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// Starts the daemon that was built with these tests.
  func start(_ arguments: String..., inbox: String = "inbox") throws -> Process {
    try start(arguments: arguments, inbox: inbox)
  }

  /// Starts the daemon that was built with these tests.
  func start(
    arguments: [String], inbox: String = "inbox", standardOutput: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    process.executableURL = try Self.executable()
    process.arguments =
      [
        "--inbox", folder.url.appending(path: inbox).path,
        "--outbox", folder.url.appending(path: "outbox").path, "--stability-seconds", "0",
      ] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // A daemon that outlives a crash of the tests must not hold what waits for their output.
    process.standardInput = FileHandle.nullDevice
    process.standardOutput =
      try standardOutput.map { try FileHandle(forWritingTo: $0) } ?? FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: log())
    try process.run()
    running.append(process)
    return process
  }

  /// Runs the daemon to its end, and gives what it printed.
  func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) async throws -> (code: Int32, output: String, message: String) {
    let process = Process()
    process.executableURL = try Self.executable()
    process.arguments =
      [
        "--inbox", folder.url.appending(path: "inbox").path,
        "--outbox", folder.url.appending(path: "outbox").path, "--stability-seconds", "0",
      ] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let urls = ["output", "message"].map { folder.url.appending(path: $0) }
    for url in urls { try Data().write(to: url) }
    process.standardOutput = try FileHandle(forWritingTo: urls[0])
    process.standardError = try FileHandle(forWritingTo: urls[1])
    try process.run()
    running.append(process)
    let code = try await exitCode(of: process)
    let texts = try urls.map { try String(contentsOf: $0, encoding: .utf8) }
    return (code, texts[0], texts[1])
  }

  private static func executable() throws -> URL {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: tests).deletingLastPathComponent().appending(path: "winnowd")
  }

  /// The worker processes of a daemon.
  func workers(of daemon: Process) -> [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { process in
      let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
      return status?.contains("PPid:\t\(daemon.processIdentifier)\n") ?? false
    }
  }

  /// The record that stands in the outbox for a page.
  func record(of id: String) throws -> [String: Any] {
    var reader = DocumentReader()
    let path = folder.url.appending(path: "outbox/\(id).json.zst").path
    let object = try JSONSerialization.jsonObject(with: Data(reader.read(FilePath(path)).bytes))
    return try #require(object as? [String: Any])
  }

  /// What the daemons said.
  var logText: String {
    (try? String(contentsOf: folder.url.appending(path: "log"), encoding: .utf8)) ?? ""
  }

  // With the address sanitizer a long container takes more than a minute.
  private static let longestWait = Duration.seconds(300)
  private static let pause = Duration.milliseconds(10)

  /// Waits until a condition holds, for ``longestWait`` at most.
  func wait(until condition: () -> Bool) async throws {
    for _ in 0..<Int(Self.longestWait / Self.pause) {
      if condition() { return }
      try await Task.sleep(for: Self.pause)
    }
    Issue.record("the condition did not come to hold; the log: \(logText)")
  }

  /// Waits for the end of a process; one that does not end is killed.
  func exitCode(of process: Process) async throws -> Int32 {
    try await wait { !process.isRunning }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return process.terminationStatus
  }

  private func log() throws -> URL {
    let url = folder.url.appending(path: "log")
    if !FileManager.default.fileExists(atPath: url.path) { try Data().write(to: url) }
    return url
  }
}
