import ArgumentParser
import Extraction
import Glibc
import Intake
import SystemPackage

/// Ends a command as its error asks for: with a line on standard error, and the exit code for it.
enum CommandErrors {
  /// Runs what a command does.
  ///
  /// - Parameters:
  ///   - page: What to call a page that could not be read; the name of its file by default.
  ///   - body: What the command does.
  /// - Throws: `ExitCode`, and the errors of `body` that are told elsewhere.
  static func tell(of page: String? = nil, _ body: () throws -> Void) throws {
    // A reader that leaves early shows as EPIPE from write.
    _ = signal(SIGPIPE, SIG_IGN)
    do {
      try body()
    } catch Errno.brokenPipe {
      // The reader has what it wanted.
    } catch let error as Errno {
      StandardError.tell("output: \(error)")
      throw ExitCode(EX_IOERR)
    } catch let error as OutputFileError {
      StandardError.tell(error.message)
      throw ExitCode(error.exitCode)
    } catch let error as FailedDocument {
      let detail = error.detail.map { " (\($0))" } ?? ""
      StandardError.tell("\(page ?? error.source.name): failed: \(error.reason.rawValue)\(detail)")
      throw ExitCode.failure
    }
  }
}
