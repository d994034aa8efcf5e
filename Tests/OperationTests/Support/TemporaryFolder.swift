import Foundation
import Spool
import SystemPackage

/// A folder on disk that goes with its owner.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "operation-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// The path of something in it.
  func path(_ name: String) -> FilePath { FilePath(url.appending(path: name).path) }

  /// Makes a folder in it and opens it.
  @discardableResult
  func makeFolder(_ name: String) throws -> any Directory {
    try FileManager.default.createDirectory(
      at: url.appending(path: name), withIntermediateDirectories: true)
    return try LocalFileSystem().openDirectory(at: path(name))
  }

  /// Writes a file.
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    try Data(bytes).write(to: url.appending(path: name))
  }

  /// Writes a file of text.
  func write(_ text: String, to name: String) throws { try write(text.utf8, to: name) }

  /// The names in a folder, sorted; those of hidden files are left out.
  func names(in name: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: url.appending(path: name).path)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The text of a file.
  func text(_ name: String) -> String? {
    try? String(contentsOf: url.appending(path: name), encoding: .utf8)
  }
}
