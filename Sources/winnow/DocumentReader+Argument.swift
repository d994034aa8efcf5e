import Intake
import SystemPackage

extension DocumentReader {
  /// The document that an argument names: a file, or `-` for standard input, read as `choice` says.
  ///
  /// - Throws: `FailedDocument` when nothing of it can be read.
  static func document(
    named argument: String, url: String?, as choice: InputChoice = .auto
  ) throws(FailedDocument) -> Document {
    var reader = DocumentReader()
    if argument == ExtractInput.standardInputName {
      return try reader.read(.standardInput, name: argument, url: url, as: choice)
    }
    return try reader.read(
      ArgumentPath.path(argument), symbolicLinks: .follow, url: url, as: choice)
  }
}
