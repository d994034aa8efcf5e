import Extraction
package import SystemPackage

/// Reads small files that people write, such as configurations.
package enum WholeFile {
  /// The bytes of the regular file at `path`; symbolic links are followed, and a FIFO is not waited for.
  ///
  /// - Throws: `notFound`, `permission`, `notRegular`, `tooLarge` or `inputOutput`.
  package static func bytes(of path: FilePath, limit: Int) throws(IntakeError) -> [UInt8] {
    var reader = FileReader()
    do throws(IntakeError) {
      return try reader.read(path, symbolicLinks: .follow, limit: limit).bytes
    } catch {
      if error.reason == .emptyInput { return [] }
      throw error
    }
  }
}

extension IntakeError {
  /// What is wrong, in words for a message.
  package var words: String { detail ?? reason.rawValue }
}
