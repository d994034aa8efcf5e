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
    arguments: [String], inbox: String = "inbox", environment: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    process.executableURL = URL(filePath: tests).deletingLastPathComponent()
      .appending(path: "winnowd")
    process.arguments =
      [
        "--inbox", folder.url.appending(path: inbox).path,
        "--outbox", folder.url.appending(path: "outbox").path, "--stability-seconds", "0",
      ] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // A daemon that outlives a crash of the tests must not hold what waits for their output.
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: log())
    try process.run()
    running.append(process)
    return process
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

  /// Waits until a condition holds, for a minute at most.
  func wait(until condition: () -> Bool) async throws {
    for _ in 0..<6000 {
      if condition() { return }
      try await Task.sleep(for: .milliseconds(10))
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
