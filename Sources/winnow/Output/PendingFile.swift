import Glibc
import SystemPackage

/// A file that comes to its place whole, or not at all: it is written under another name, synchronized and
/// renamed.
struct PendingFile: ~Copyable {
  private static let permissions: FilePermissions = [
    .ownerReadWrite, .groupReadWrite, .otherReadWrite,
  ]

  private let path: FilePath
  private let temporary: FilePath
  private let descriptor: FileDescriptor

  /// Begins the file that is to stand at `path`; folders above it are made.
  ///
  /// - Throws: ``OutputFileError`` when it cannot be made.
  init(for path: FilePath) throws(OutputFileError) {
    let folder = path.removingLastComponent()
    try OutputFile.makeFolders(folder)
    // A name of this run's own, so that no other run writes into it. A process number is not enough: each
    // container and each machine that sees the folder has the same ones.
    let name = String(UInt64.random(in: .min ... .max), radix: 16)
    let temporary = folder.appending(".winnow-\(name).part")
    let opened: FileDescriptor
    do {
      opened = try FileDescriptor.open(
        temporary, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: Self.permissions)
    } catch {
      throw OutputFileError(path: path.string, reason: String(describing: error))
    }
    self.path = path
    self.temporary = temporary
    descriptor = opened
  }

  // A name that was given is no longer there to remove.
  deinit {
    try? descriptor.close()
    _ = unsafe temporary.withPlatformString { unsafe unlink($0) }
  }

  /// Adds bytes.
  ///
  /// - Throws: ``OutputFileError`` when the file does not take them.
  func write(_ bytes: [UInt8]) throws(OutputFileError) {
    do {
      try descriptor.writeAll(bytes)
    } catch {
      throw OutputFileError(
        path: path.string, reason: String(describing: error), exitCode: EX_IOERR)
    }
  }

  /// Gives the file its place, in which it replaces what is there.
  ///
  /// - Throws: ``OutputFileError`` when the content is not on stable storage or the name cannot be given.
  consuming func place() throws(OutputFileError) {
    guard fsync(descriptor.rawValue) == 0 else { throw error(EX_IOERR) }
    let result = unsafe temporary.withPlatformString { source in
      unsafe path.withPlatformString { unsafe rename(source, $0) }
    }
    guard result == 0 else { throw error(EX_CANTCREAT) }
  }

  private func error(_ exitCode: Int32) -> OutputFileError {
    OutputFileError(
      path: path.string, reason: String(describing: Errno(rawValue: errno)), exitCode: exitCode)
  }
}
