import SystemPackage

/// Messages to whoever started the daemon, before there is a log.
enum StandardError {
  /// Tells one line.
  static func tell(_ message: String) {
    // Nobody is left to be told when standard error is closed.
    _ = try? FileDescriptor.standardError.writeAll("winnowd: \(message)\n".utf8)
  }
}
