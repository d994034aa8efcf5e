/// Why the daemon cannot start, in words for the operator.
package struct SpoolError: Error, Hashable, Sendable {
  /// The exit code that says what kind of trouble it is.
  package var exitCode: SpoolExitCode
  /// What is wrong, with the path it is about.
  package var message: String

  /// An error with both its fields.
  package init(_ exitCode: SpoolExitCode, _ message: String) {
    self.exitCode = exitCode
    self.message = message
  }
}
