import Glibc
import SystemPackage

extension FilePath {
  /// Whether there is anything at the path, a symbolic link to nothing not counted.
  var exists: Bool {
    unsafe withPlatformString { unsafe access($0, F_OK) } == 0
  }
}
