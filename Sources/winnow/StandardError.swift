import SystemPackage

/// Messages to the user.
enum StandardError {
  /// Tells one line.
  static func tell(_ message: String) { write("winnow: \(message)") }

  /// Writes one line as it is.
  static func write(_ line: String) {
    // Nobody is left to be told when standard error is closed.
    _ = try? FileDescriptor.standardError.writeAll("\(line)\n".utf8)
  }
}
