import DurableFiles
import Glibc
package import SystemPackage

/// The file system of the machine.
package struct LocalFileSystem: FileSystem {
  /// The file system of the machine.
  package init() {}

  package func openDirectory(at path: FilePath) throws(Errno) -> any Directory {
    try LocalDirectory(path: path)
  }

  package func location(of path: FilePath) throws(Errno) -> FolderLocation {
    let folder = try status(at: path)
    guard folder.kind == .directory else { throw .notDirectory }
    let parent = try status(at: path.appending(".."))
    let identity = folder.stamp.identity
    return FolderLocation(
      identity: identity,
      isMountPoint: parent.stamp.identity.device != identity.device
        || parent.stamp.identity == identity)
  }

  private func status(at path: FilePath) throws(Errno) -> FileStatus {
    var status = stat()
    let result: Result<Void, Errno> = unsafe path.withPlatformString { name in
      do throws(Errno) {
        try retryOnInterrupt { unsafe stat(name, &status) }
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
    return FileStatus(status)
  }
}
