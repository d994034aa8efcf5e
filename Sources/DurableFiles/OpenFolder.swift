import CLinux
import Glibc
package import SystemPackage

/// A folder held open by its descriptor, so that every name is resolved in it whatever becomes of its path.
///
/// Names are bytes without a zero. A call that a signal interrupts is made again.
package struct OpenFolder: ~Copyable, Sendable {
  private let descriptor: OwnedDescriptor

  // Files are readable by the group, which is how outputs are handed on; the umask narrows it.
  private static let fileMode: mode_t = 0o666
  // The flag RENAME_NOREPLACE of renameat2(2).
  private static let noReplace: UInt32 = 1

  /// Takes over an open folder.
  package init(owning descriptor: consuming OwnedDescriptor) {
    self.descriptor = descriptor
  }

  /// Opens the folder at `path`.
  package init(path: FilePath) throws(Errno) {
    let opened: Result<Int32, Errno> = unsafe path.withPlatformString { name in
      do throws(Errno) {
        return .success(
          try retryOnInterrupt { unsafe open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC) })
      } catch {
        return .failure(error)
      }
    }
    self.init(owning: OwnedDescriptor(owning: try opened.get()))
  }

  /// The descriptor's number, valid as long as this value lives.
  package var rawValue: Int32 { descriptor.rawValue }

  /// Opens a file for writing; a symbolic link is refused.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - options: How; a new file by default, so that one that is there is an error.
  /// - Returns: The file.
  /// - Throws: `fileExists` when the name is taken and a new file is asked for, and what else the kernel says.
  package func openForWriting(
    _ name: [UInt8], options: FileDescriptor.OpenOptions = [.create, .exclusiveCreate]
  ) throws(Errno) -> DurableFile {
    let flags = O_WRONLY | options.rawValue | O_NOFOLLOW | O_CLOEXEC
    return DurableFile(
      owning: OwnedDescriptor(
        owning: try unsafe call(name) { folder, name in
          unsafe openat(folder, name, flags, Self.fileMode)
        }))
  }

  /// Renames a file, perhaps into another folder of the same file system (`renameat2`).
  ///
  /// - Parameters:
  ///   - name: The file's name in this folder.
  ///   - target: The descriptor of the folder it goes to; this one by default.
  ///   - newName: Its name there.
  ///   - replacing: Whether a file that has that name is replaced.
  /// - Throws: `fileExists` when the name is taken and not to be replaced, and what else the kernel says.
  package func rename(
    _ name: [UInt8], to target: Int32? = nil, as newName: [UInt8], replacing: Bool
  ) throws(Errno) {
    let target = target ?? rawValue
    let newBytes = newName.map { CChar(bitPattern: $0) } + [0]
    try unsafe call(name) { folder, name in
      unsafe renameat2(folder, name, target, newBytes, replacing ? 0 : Self.noReplace)
    }
  }

  /// Removes a file.
  package func remove(_ name: [UInt8]) throws(Errno) {
    try unsafe call(name) { folder, name in unsafe unlinkat(folder, name, 0) }
  }

  /// Waits until the names of the folder are on stable storage (`fsync`).
  package func synchronize() throws(Errno) {
    let number = rawValue
    try retryOnInterrupt { fsync(number) }
  }

  /// Takes the lock of the folder, which goes with the process.
  ///
  /// - Throws: `Errno.wouldBlock` when another process has it.
  package func lock() throws(Errno) {
    let number = rawValue
    try retryOnInterrupt { flock(number, LOCK_EX | LOCK_NB) }
  }

  /// Calls a function of the `…at` family with this folder and the name as a C string.
  @discardableResult
  package func call(
    _ name: [UInt8], _ function: (Int32, UnsafePointer<CChar>) -> Int32
  ) throws(Errno) -> Int32 {
    let bytes = name.map { CChar(bitPattern: $0) } + [0]
    let number = rawValue
    let result: Result<Int32, Errno> = unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return .failure(.invalidArgument) }
      do throws(Errno) {
        return .success(try retryOnInterrupt { unsafe function(number, base) })
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
