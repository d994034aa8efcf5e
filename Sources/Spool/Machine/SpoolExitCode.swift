/// The exit codes of the daemon, after sysexits.h where it has one.
package enum SpoolExitCode: Int32, Sendable {
  /// All went well.
  case ok = 0
  /// With `--once`: some documents failed.
  case someFailed = 1
  /// The command line is wrong.
  case usage = 64
  /// A folder could not be made.
  case cannotCreate = 73
  /// The outbox or the inbox failed to take or give bytes.
  case inputOutput = 74
  /// Another daemon serves the inbox.
  case locked = 75
  /// A folder may not be read or written.
  case permission = 77
  /// The configuration is wrong: a folder is missing, or two lie on different file systems.
  case configuration = 78
}
