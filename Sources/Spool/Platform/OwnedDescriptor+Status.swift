package import DurableFiles
import Glibc
package import SystemPackage

extension OwnedDescriptor {
  /// The size, times and identity of the open file.
  package func status() throws(Errno) -> FileStatus {
    var status = stat()
    let descriptor = rawValue
    try retryOnInterrupt { unsafe fstat(descriptor, &status) }
    return FileStatus(status)
  }
}
