import CLinux
import Glibc
import Intake
package import SystemPackage

/// A folder of the machine, held open by its descriptor so that every name is resolved in it.
package final class LocalDirectory: Directory {
  package let identity: FileIdentity
  private let descriptor: OwnedDescriptor

  // Files are readable by the group, which is how outputs are handed on; the umask narrows it.
  private static let fileMode: mode_t = 0o666
  private static let directoryMode: mode_t = 0o777
  // The flag RENAME_NOREPLACE of renameat2(2).
  private static let noReplace: UInt32 = 1

  /// Opens the folder at `path`.
  package convenience init(path: FilePath) throws(Errno) {
    let opened: Result<Int32, Errno> = unsafe path.withPlatformString { name in
      do throws(Errno) {
        return .success(
          try retryOnInterrupt { unsafe open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC) })
      } catch {
        return .failure(error)
      }
    }
    try self.init(descriptor: OwnedDescriptor(owning: try opened.get()))
  }

  private init(descriptor: consuming OwnedDescriptor) throws(Errno) {
    identity = try descriptor.status().stamp.identity
    self.descriptor = descriptor
  }

  package func forEachName(_ body: (FileName) -> Void) throws(Errno) {
    let fresh = try unsafe call(FileName(".")) { directory, name in
      unsafe openat(directory, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    let descriptor = OwnedDescriptor(owning: fresh)
    var stream = try DirectoryStream(over: descriptor.rawValue)
    while let name = try stream.next() { body(FileName(bytes: name)) }
  }

  package func status(of name: FileName) throws(Errno) -> FileStatus {
    var status = stat()
    try unsafe call(name) { directory, name in
      unsafe fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW)
    }
    return FileStatus(status)
  }

  package func openFile(_ name: FileName) throws(Errno) -> OwnedDescriptor {
    OwnedDescriptor(
      owning: try unsafe call(name) { directory, name in
        unsafe openat(directory, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
      })
  }

  package func contents(of name: FileName, limit: Int) throws(Errno) -> [UInt8] {
    let file = try openFile(name)
    guard try file.status().kind == .regular else { throw .invalidArgument }
    var bytes: [UInt8] = []
    let chunkSize = 65_536
    while bytes.count < limit {
      var chunk = [UInt8](repeating: 0, count: min(chunkSize, limit - bytes.count))
      let number = file.rawValue
      let count = try retryOnInterrupt { unsafe read(number, &chunk, chunk.count) }
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    return bytes
  }

  package func createFile(_ name: FileName) throws(Errno) -> any WritableFile {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    return LocalWritableFile(
      descriptor: OwnedDescriptor(
        owning: try unsafe call(name) { directory, name in
          unsafe openat(directory, name, flags, Self.fileMode)
        }))
  }

  package func openOrCreateDirectory(_ name: FileName) throws(Errno) -> any Directory {
    do throws(Errno) {
      try unsafe call(name) { directory, name in unsafe mkdirat(directory, name, Self.directoryMode)
      }
    } catch .fileExists {}
    return try LocalDirectory(
      descriptor: OwnedDescriptor(
        owning: try unsafe call(name) { directory, name in
          unsafe openat(directory, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        }))
  }

  package func rename(
    _ name: FileName, to target: any Directory, as newName: FileName, replacing: Bool
  ) throws(Errno) {
    guard let target = target as? LocalDirectory else { throw .improperLink }
    let destination = target.descriptor.rawValue
    let newBytes = newName.bytes.map { CChar(bitPattern: $0) } + [0]
    try unsafe call(name) { source, name in
      unsafe renameat2(source, name, destination, newBytes, replacing ? 0 : Self.noReplace)
    }
  }

  package func remove(_ name: FileName) throws(Errno) {
    try unsafe call(name) { directory, name in unsafe unlinkat(directory, name, 0) }
  }

  package func synchronize() throws(Errno) {
    let number = descriptor.rawValue
    try retryOnInterrupt { fsync(number) }
  }

  package func freeBytes() throws(Errno) -> Int {
    var status = statvfs()
    let number = descriptor.rawValue
    try retryOnInterrupt { unsafe fstatvfs(number, &status) }
    return Int(clamping: UInt64(status.f_bavail) &* UInt64(status.f_frsize))
  }

  package func lock() throws(Errno) {
    let number = descriptor.rawValue
    try retryOnInterrupt { flock(number, LOCK_EX | LOCK_NB) }
  }

  /// Calls a function of the `…at` family with this folder and the name as a C string.
  @discardableResult
  private func call(
    _ name: FileName, _ function: (Int32, UnsafePointer<CChar>) -> Int32
  ) throws(Errno) -> Int32 {
    let bytes = name.bytes.map { CChar(bitPattern: $0) } + [0]
    let number = descriptor.rawValue
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
