import Glibc
import SystemPackage

/// Writes whole files that the user asked for.
enum OutputFile {
  /// Read and written by all that the user's mask allows.
  private static let permissions: FilePermissions = [
    .ownerReadWrite, .groupReadWrite, .otherReadWrite,
  ]

  /// Makes a file, or replaces what is in it: whole, or not at all.
  ///
  /// - Throws: ``OutputFileError`` when it cannot be made or does not take the bytes.
  static func write(_ bytes: [UInt8], to path: FilePath) throws(OutputFileError) {
    // What is no file, or a link to one, cannot be replaced.
    if path.isReplaceable {
      try place(bytes, at: path, replacing: true)
    } else {
      try overwrite(bytes, at: path)
    }
  }

  /// Makes a file that is not there yet: whole, or not at all.
  ///
  /// - Throws: ``OutputFileError`` when it is there, cannot be made or does not take the bytes.
  static func create(_ bytes: [UInt8], at path: FilePath) throws(OutputFileError) {
    try place(bytes, at: path, replacing: false)
  }

  private static func place(
    _ bytes: [UInt8], at path: FilePath, replacing: Bool
  ) throws(OutputFileError) {
    let file = try PendingFile(for: path, makingFolders: false)
    try file.write(bytes)
    try file.place(replacing: replacing)
  }

  /// The whole content of a file.
  ///
  /// - Throws: ``OutputFileError`` when it cannot be read.
  static func contents(of path: FilePath) throws(OutputFileError) -> [UInt8] {
    do {
      let file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
      return try file.closeAfter {
        var bytes: [UInt8] = []
        while true {
          let chunk = try unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            count = try unsafe file.read(into: UnsafeMutableRawBufferPointer(buffer))
          }
          if chunk.isEmpty { return bytes }
          bytes += chunk
        }
      }
    } catch {
      throw OutputFileError(
        path: path.string, verb: "read", reason: String(describing: error), exitCode: EX_IOERR)
    }
  }

  /// Makes a folder and those above it, unless they are there.
  ///
  /// - Throws: ``OutputFileError`` when one cannot be made.
  static func makeFolders(_ path: FilePath) throws(OutputFileError) {
    guard !path.isEmpty, !path.exists else { return }
    try makeFolders(path.removingLastComponent())
    try makeFolder(path)
  }

  private static func overwrite(
    _ bytes: [UInt8], at path: FilePath
  ) throws(OutputFileError) {
    var exitCode = EX_CANTCREAT
    do {
      let file = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .truncate, .closeOnExec], permissions: permissions)
      exitCode = EX_IOERR
      try file.closeAfter { _ = try file.writeAll(bytes) }
    } catch {
      throw OutputFileError(
        path: path.string, reason: String(describing: error), exitCode: exitCode)
    }
  }

  /// Makes a folder unless it is there.
  ///
  /// - Throws: ``OutputFileError`` when it cannot be made.
  static func makeFolder(_ path: FilePath) throws(OutputFileError) {
    let result = unsafe path.withPlatformString { unsafe mkdir($0, 0o777) }
    if result != 0, errno != EEXIST {
      throw OutputFileError(making: path, Errno(rawValue: errno))
    }
  }
}
