import Foundation
import Testing

/// One run of the built `winnow`, to its end.
struct CommandRun {
  let status: Int32
  let output: String
  let message: String

  /// The lines of the output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// Runs the command.
  ///
  /// - Parameters:
  ///   - arguments: What follows the command's name.
  ///   - input: What the command reads on standard input.
  ///   - directory: Where it runs, or `nil` for where the tests do.
  ///   - fileSizeLimit: Blocks of a file that it may write, beyond which writing fails; `nil` for no limit.
  /// - Throws: When the command cannot be started.
  init(
    _ arguments: [String], input: [UInt8] = [], in directory: String? = nil,
    fileSizeLimit: Int? = nil
  ) throws {
    let scratch = try ScratchDirectory()
    let stdin = try scratch.write(input, to: "stdin")
    let stdout = try scratch.write([], to: "stdout")
    let stderr = try scratch.write([], to: "stderr")
    let process = Process()
    process.executableURL = try Self.executable()
    process.arguments = arguments
    if let fileSizeLimit {
      let script = "ulimit -f \(fileSizeLimit); trap '' XFSZ; exec \"$0\" \"$@\""
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", script, try Self.executable().path] + arguments
    }
    if let directory { process.currentDirectoryURL = URL(filePath: directory) }
    // Files rather than pipes: nothing has to be drained while the command runs.
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: stdin))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: stdout))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: stderr))
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOfFile: stdout, encoding: .utf8)
    message = try String(contentsOfFile: stderr, encoding: .utf8)
  }

  /// The executable beside the test bundle.
  static func executable() throws -> URL {
    let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let url = URL(filePath: bundle).deletingLastPathComponent().appending(path: "winnow")
    try #require(FileManager.default.isExecutableFile(atPath: url.path), "build winnow first")
    return url
  }
}
