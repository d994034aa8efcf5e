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
    // The same name each time, so that a run that goes on leaves nothing of one that was killed.
    let temporary = folder.appending(".winnow-\(String(Self.hash(of: path), radix: 16)).part")
    let opened: FileDescriptor
    do {
      opened = try FileDescriptor.open(
        temporary, .writeOnly, options: [.create, .truncate, .closeOnExec, .noFollow],
        permissions: Self.permissions)
    } catch {
      throw OutputFileError(path: path.string, reason: String(describing: error))
    }
    self.path = path
    self.temporary = temporary
    descriptor = opened
  }

  deinit { try? descriptor.close() }

  /// Adds bytes.
  ///
  /// - Throws: ``OutputFileError`` when the file does not take them.
  func write(_ bytes: [UInt8]) throws(OutputFileError) {
    do {
      try descriptor.writeAll(bytes)
    } catch {
      throw OutputFileError(path: path.string, reason: String(describing: error))
    }
  }

  /// Gives the file its place, in which it replaces what is there.
  ///
  /// - Throws: ``OutputFileError`` when the content is not on stable storage or the name cannot be given.
  consuming func place() throws(OutputFileError) {
    guard fsync(descriptor.rawValue) == 0 else { throw error() }
    let result = unsafe temporary.withPlatformString { source in
      unsafe path.withPlatformString { unsafe rename(source, $0) }
    }
    guard result == 0 else { throw error() }
  }

  private func error() -> OutputFileError {
    OutputFileError(path: path.string, reason: String(describing: Errno(rawValue: errno)))
  }

  /// A number for a name: FNV-1a of 64 bits.
  private static func hash(of path: FilePath) -> UInt64 {
    (path.lastComponent?.string ?? "").utf8.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
  }
}
