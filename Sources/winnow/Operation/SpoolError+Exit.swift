import ArgumentParser
import Spool
import SystemPackage

extension SpoolError {
  /// Tells what is wrong and gives the exit code for it.
  var exit: ExitCode {
    StandardError.tell(message)
    return ExitCode(exitCode.rawValue)
  }

  /// What is wrong with the folder at `path`.
  init(_ error: Errno, _ path: FilePath) {
    let isForbidden = error == .permissionDenied || error == .notPermitted
    let isMissing = error == .noSuchFileOrDirectory || error == .notDirectory
    self.init(
      isForbidden ? .permission : isMissing ? .configuration : .inputOutput, "\(path): \(error)")
  }
}
