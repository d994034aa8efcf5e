/// Which file or folder something is, as long as it exists.
package struct FileIdentity: Hashable, Sendable {
  /// The file system (`st_dev`).
  package var device: UInt64
  /// The file in it (`st_ino`).
  package var inode: UInt64

  /// The file `inode` of the file system `device`.
  package init(device: UInt64, inode: UInt64) {
    self.device = device
    self.inode = inode
  }
}
