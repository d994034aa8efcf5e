package import SystemPackage

extension Directory {
  /// Whether nothing in the folder has that name.
  package func isFree(_ name: FileName) throws(Errno) -> Bool {
    do throws(Errno) {
      _ = try status(of: name)
      return false
    } catch .noSuchFileOrDirectory {
      return true
    }
  }
}
