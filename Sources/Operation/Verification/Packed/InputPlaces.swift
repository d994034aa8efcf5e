import DurableFiles
import Spool
package import SystemPackage

/// Finds the inputs of packed records, which the manifest calls by the paths that the command was given.
package struct InputPlaces: Sendable {
  // What a manifest writes before the digits of a path that is not UTF-8.
  private static let bytesPrefix = "bytes:"

  private let bases: [FilePath]

  /// The places of inputs.
  ///
  /// - Parameter bases: Folders that paths may start from, besides the one that the process is in; an input may
  ///   also lie in one of them under its name alone.
  package init(bases: [FilePath] = []) {
    self.bases = bases
  }

  /// Opens the regular file that an input is, if it is at one of its places.
  func open(_ source: String) -> OwnedDescriptor? {
    guard let path = Self.path(source) else { return nil }
    for candidate in [path] + bases.flatMap({ Self.candidates(path, below: $0) }) {
      if let file = Self.openRegular(candidate) { return file }
    }
    return nil
  }

  /// The end of an input's path with which the name in a record of it begins: its last part, or for a file that was
  /// found in a directory its path below that; `nil` when the record is of another input.
  static func name(_ source: String, in record: String) -> String? {
    var name = ""
    for part in FilePath(source).components.reversed() {
      name = name.isEmpty ? part.string : "\(part.string)/\(name)"
      if record == name || record.hasPrefix("\(name)\(PageName.mark)") { return name }
    }
    return nil
  }

  /// Whether the name of an input tells its path.
  static func tellsPath(_ source: String) -> Bool {
    !source.hasPrefix(bytesPrefix) && source != standardInput
  }

  private static let standardInput = "standard input"

  private static func candidates(_ path: FilePath, below base: FilePath) -> [FilePath] {
    let name = path.lastComponent.map { base.appending($0) }
    return (path.isRelative ? [base.pushing(path)] : []) + (name.map { [$0] } ?? [])
  }

  private static func path(_ source: String) -> FilePath? {
    guard source != standardInput else { return nil }
    guard source.hasPrefix(bytesPrefix) else { return FilePath(source) }
    let digits = Array(source.utf8.dropFirst(bytesPrefix.utf8.count))
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).map { index in
      UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16) ?? 0
    }
    return FilePath(bytes)
  }

  private static func openRegular(_ path: FilePath) -> OwnedDescriptor? {
    // A FIFO in the place of a file holds nobody up.
    guard
      let opened = try? FileDescriptor.open(path, .readOnly, options: [.nonBlocking, .closeOnExec])
    else { return nil }
    let file = OwnedDescriptor(owning: opened.rawValue)
    guard (try? file.status())?.kind == .regular else { return nil }
    return file
  }
}
