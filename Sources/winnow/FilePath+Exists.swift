import Glibc
import SystemPackage

extension FilePath {
  /// Whether there is anything at the path, a symbolic link to nothing not counted.
  var exists: Bool {
    unsafe withPlatformString { unsafe access($0, F_OK) } == 0
  }

  /// Whether a file can take the place of what is at the path: a regular file, or nothing.
  var isReplaceable: Bool {
    var status = Glibc.stat()
    guard unsafe withPlatformString({ unsafe lstat($0, &status) }) == 0 else { return true }
    return status.st_mode & S_IFMT == S_IFREG
  }
}
