/// A file that could not be made or written.
struct OutputFileError: Error, Equatable {
  /// The file's path.
  var path: String
  /// What the operating system said.
  var reason: String

  /// What to say of it.
  var message: String { "\(path) cannot be written: \(reason)" }
}
