import Foundation

/// A page in memory.
struct Page {
  /// The file's name.
  let name: String
  /// Its bytes.
  let bytes: [UInt8]

  /// The pages in a folder of `.html` files, by name.
  ///
  /// - Throws: When the folder or a file cannot be read.
  static func all(in folder: String) throws -> [Page] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".html") }
      .sorted().map { name in
        Page(
          name: name,
          bytes: [UInt8](try Data(contentsOf: URL(filePath: folder).appending(path: name))))
      }
  }
}
