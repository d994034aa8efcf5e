import Glibc
import SystemPackage

/// What `fstat` says of an open file.
struct FileStatus {
  /// Whether it is a regular file.
  var isRegular: Bool
  /// Its size in bytes.
  var size: Int
  /// When it was last changed, in whole seconds since 1970.
  var modified: Int

  /// The status of an open file.
  ///
  /// The corresponding C function is `fstat`.
  init(of descriptor: FileDescriptor) throws(Errno) {
    var status = stat()
    let result = unsafe fstat(descriptor.rawValue, &status)
    guard result == 0 else { throw Errno(rawValue: errno) }
    isRegular = status.st_mode & S_IFMT == S_IFREG
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec
  }
}
