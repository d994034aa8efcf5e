import Foundation

/// Places in the package's folder and beside it, found from this file's own place.
public enum PackageFolder {
  /// The package's root.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path()

  /// The pages that the project wrote, each in a folder of its own.
  public static let corpus = root + "Corpus/"

  /// The pages of others that tests may read: `WINNOW_CORPORA`, or a folder beside the package.
  public static let sharedCorpora =
    ProcessInfo.processInfo.environment["WINNOW_CORPORA"] ?? root + "../shared/corpora"

  /// Whether those pages are there; tests that need them are skipped where they are not.
  public static let hasSharedCorpora = FileManager.default.fileExists(atPath: sharedCorpora)

  /// The bytes of a file.
  ///
  /// - Throws: When the file cannot be read.
  public static func bytes(of path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path)))
  }

  /// The bytes that a gzip file holds.
  ///
  /// - Throws: When `gzip` cannot be run.
  public static func decompressedBytes(of path: String) throws -> [UInt8] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/gzip")
    process.arguments = ["-dc", path]
    process.standardOutput = output
    try process.run()
    let bytes = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    return bytes
  }
}
