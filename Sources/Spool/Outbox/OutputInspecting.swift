package import SystemPackage

/// Tells which input an output was made of.
package protocol OutputInspecting: Sendable {
  /// The origin of an output, or `nil` when the file is no readable output of this program.
  func output(_ name: FileName, in outbox: any Directory) throws(Errno) -> OutputOrigin?
}
