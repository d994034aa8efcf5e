import Glibc
import SystemPackage

/// A file that could not be made, written or, where it is asked for beside the output, read.
struct OutputFileError: Error, Equatable {
  /// The file's path.
  var path: String
  /// What was to be done with it, after "cannot be".
  var verb = "written"
  /// What the operating system said.
  var reason: String
  /// The exit code for it: it cannot be made, unless something else is said.
  var exitCode: Int32 = EX_CANTCREAT

  /// Whether it says nothing of other files, so that they can still be written.
  var isOfItsNameAlone = false

  /// What to say of it.
  var message: String { "\(path) cannot be \(verb): \(reason)" }
}

extension OutputFileError {
  /// A file that could not be made, for the reason that the operating system gave.
  init(making path: FilePath, _ error: Errno) {
    self.init(path: path.string, reason: String(describing: error))
    isOfItsNameAlone = [.fileNameTooLong, .isDirectory].contains(error)
  }
}
