import Glibc
import SystemPackage

/// A file that is written and synchronized.
struct DurableFile: ~Copyable {
  private let descriptor: FileDescriptor

  /// Opens a file for writing.
  init(
    at path: FilePath, options: FileDescriptor.OpenOptions, permissions: FilePermissions
  ) throws(PackError) {
    let opened: FileDescriptor
    do {
      opened = try FileDescriptor.open(
        path, .writeOnly, options: options.union([.closeOnExec, .noFollow]),
        permissions: permissions)
    } catch {
      throw .inputOutput(PackFolder.code(error))
    }
    descriptor = opened
  }

  deinit { try? descriptor.close() }

  /// Writes all bytes.
  func write(_ bytes: [UInt8]) throws(PackError) {
    do {
      try descriptor.writeAll(bytes)
    } catch {
      throw .inputOutput(PackFolder.code(error))
    }
  }

  /// Waits until what was written is on stable storage (`fsync`).
  func synchronize() throws(PackError) {
    guard fsync(descriptor.rawValue) == 0 else { throw .inputOutput(Errno(rawValue: errno)) }
  }

  /// Cuts the file to `length` bytes (`ftruncate`).
  func truncate(to length: Int) throws(PackError) {
    guard ftruncate(descriptor.rawValue, off_t(length)) == 0 else {
      throw .inputOutput(Errno(rawValue: errno))
    }
  }
}
