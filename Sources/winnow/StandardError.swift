import SystemPackage

/// Messages to the user.
enum StandardError {
  /// Tells one line.
  static func tell(_ message: String) {
    // Nobody is left to be told when standard error is closed.
    _ = try? FileDescriptor.standardError.writeAll("winnow: \(message)\n".utf8)
  }
}
