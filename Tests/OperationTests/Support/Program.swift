import Foundation
import Testing

/// One run of a built program, to its end.
struct Program {
  let status: Int32
  let output: String
  let message: String

  /// The lines of the output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// Runs the program of that name.
  init(_ name: String, _ arguments: [String]) throws {
    let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let scratch = try TemporaryFolder()
    for file in ["out", "err"] { try scratch.write("", to: file) }
    let process = Process()
    process.executableURL = URL(filePath: bundle).deletingLastPathComponent().appending(path: name)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: scratch.url.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: scratch.url.appending(path: "err"))
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = scratch.text("out") ?? ""
    message = scratch.text("err") ?? ""
  }
}
