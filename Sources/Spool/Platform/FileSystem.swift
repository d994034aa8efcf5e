package import SystemPackage

/// The file system as the spool uses it: open folders, and names in them.
///
/// `LocalFileSystem` is the real one; tests put one in memory in its place, which fails where it is told
/// to and forgets what was not synchronized.
package protocol FileSystem: Sendable {
  /// Opens the folder at `path`.
  func openDirectory(at path: FilePath) throws(Errno) -> any Directory

  /// The identity of the folder at `path` and whether it is the root of a mounted file system.
  func location(of path: FilePath) throws(Errno) -> FolderLocation
}
