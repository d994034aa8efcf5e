import Glibc

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

  /// What to say of it.
  var message: String { "\(path) cannot be \(verb): \(reason)" }
}
