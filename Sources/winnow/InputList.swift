import Intake
import SystemPackage

/// The documents that the arguments of `winnow extract` stand for, in their order.
struct InputList {
  /// The documents; those of a directory are sorted by path.
  private(set) var inputs: [ExtractInput] = []
  /// The directories among the arguments.
  private(set) var directories: [FilePath] = []
  /// Whether the arguments are one file.
  let isSingle: Bool

  /// Looks into the directories among `arguments`.
  init(arguments: [String]) {
    isSingle = Self.isSingle(arguments)
    for argument in arguments {
      let path = ArgumentPath.path(argument)
      if argument == ExtractInput.standardInputName {
        inputs.append(.standardInput)
      } else if DirectoryListing.isDirectory(path) {
        directories.append(path)
        inputs += DirectoryListing.files(under: path).map { .file($0, isNamed: false) }
      } else {
        inputs.append(.file(path, isNamed: true))
      }
    }
  }

  /// Whether `arguments` are one file, rather than several or a directory.
  static func isSingle(_ arguments: [String]) -> Bool {
    arguments.count == 1
      && !arguments.contains { DirectoryListing.isDirectory(ArgumentPath.path($0)) }
  }
}
