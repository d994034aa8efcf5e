package import DurableFiles
import Glibc
import Intake
package import SystemPackage

/// A folder of the machine, held open by its descriptor so that every name is resolved in it.
package final class LocalDirectory: Directory {
  package let identity: FileIdentity
  private let folder: OpenFolder

  private static let directoryMode: mode_t = 0o777

  /// Opens the folder at `path`.
  package convenience init(path: FilePath) throws(Errno) {
    try self.init(folder: OpenFolder(path: path))
  }

  private init(folder: consuming OpenFolder) throws(Errno) {
    var status = stat()
    let number = folder.rawValue
    try retryOnInterrupt { unsafe fstat(number, &status) }
    identity = FileStatus(status).stamp.identity
    self.folder = folder
  }

  package func forEachName(_ body: (FileName) -> Void) throws(Errno) {
    let fresh = try unsafe folder.call(Array(".".utf8)) { directory, name in
      unsafe openat(directory, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    let descriptor = OwnedDescriptor(owning: fresh)
    var stream = try DirectoryStream(over: descriptor.rawValue)
    while let name = try stream.next() { body(FileName(bytes: name)) }
  }

  package func status(of name: FileName) throws(Errno) -> FileStatus {
    var status = stat()
    try unsafe folder.call(name.bytes) { directory, name in
      unsafe fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW)
    }
    return FileStatus(status)
  }

  package func openFile(_ name: FileName) throws(Errno) -> OwnedDescriptor {
    OwnedDescriptor(
      owning: try unsafe folder.call(name.bytes) { directory, name in
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
    try folder.openForWriting(name.bytes)
  }

  package func openOrCreateDirectory(_ name: FileName) throws(Errno) -> any Directory {
    do throws(Errno) {
      return try openDirectory(name)
    } catch .noSuchFileOrDirectory {
      do throws(Errno) {
        try unsafe folder.call(name.bytes) { directory, name in
          unsafe mkdirat(directory, name, Self.directoryMode)
        }
      } catch .fileExists {}
      return try openDirectory(name)
    }
  }

  private func openDirectory(_ name: FileName) throws(Errno) -> LocalDirectory {
    let number = try unsafe folder.call(name.bytes) { directory, name in
      unsafe openat(directory, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    return try LocalDirectory(folder: OpenFolder(owning: OwnedDescriptor(owning: number)))
  }

  package func rename(
    _ name: FileName, to target: any Directory, as newName: FileName, replacing: Bool
  ) throws(Errno) {
    guard let target = target as? LocalDirectory else { throw .improperLink }
    try folder.rename(
      name.bytes, to: target.folder.rawValue, as: newName.bytes, replacing: replacing)
  }

  package func remove(_ name: FileName) throws(Errno) { try folder.remove(name.bytes) }

  package func synchronize() throws(Errno) { try folder.synchronize() }

  package func freeBytes() throws(Errno) -> Int {
    var status = statvfs()
    let number = folder.rawValue
    try retryOnInterrupt { unsafe fstatvfs(number, &status) }
    return Int(clamping: UInt64(status.f_bavail) &* UInt64(status.f_frsize))
  }

  package func lock() throws(Errno) { try folder.lock() }
}
