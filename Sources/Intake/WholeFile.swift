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
      let (descriptor, status) = try reader.open(regular: path, symbolicLinks: .follow)
      // Nothing was written through the descriptor, so closing it has nothing to report.
      defer { try? descriptor.close() }
      _ = try reader.head(of: descriptor, size: status.size)
      return try reader.rest(of: descriptor, size: status.size, modified: nil, limit: limit).bytes
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
