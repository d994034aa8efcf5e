import DurableFiles
import Glibc
package import SystemPackage

/// What room the file system of a folder has.
package struct FileSystemRoom: Hashable, Sendable {
  /// Bytes that may still be written by whoever is not root.
  package var freeBytes: Int
  /// Files that may still be made; 0 where the file system does not count them.
  package var freeInodes: Int

  /// The room of the file system at `path`, or `nil` when there is nothing there.
  package init?(path: FilePath) {
    var status = statvfs()
    let result = unsafe path.withPlatformString { name in
      (try? retryOnInterrupt { unsafe statvfs(name, &status) }) != nil
    }
    guard result else { return nil }
    freeBytes = Int(clamping: UInt64(status.f_bavail) &* UInt64(status.f_frsize))
    freeInodes = Int(clamping: UInt64(status.f_favail))
  }
}
