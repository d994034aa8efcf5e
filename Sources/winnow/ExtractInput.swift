import SystemPackage

/// One document that `winnow extract` is to read.
enum ExtractInput: Sendable, Equatable {
  /// Standard input.
  case standardInput
  /// A file that the user named; `isNamed` is false for one that was found in a directory.
  case file(FilePath, isNamed: Bool)

  /// The word for standard input, as an argument and as the name of its document.
  static let standardInputName = "-"

  /// What to call the input in a message.
  var name: String {
    switch self {
    case .standardInput: "standard input"
    case .file(let path, _): path.string
    }
  }
}
