/// What changes about a file when someone writes to it.
package struct FileStamp: Hashable, Sendable {
  /// Bytes of the file.
  package var size: Int64
  /// When the content last changed, in nanoseconds since 1970.
  package var modified: Int64
  /// When the content or the inode last changed, in nanoseconds since 1970.
  package var changed: Int64
  /// Which file it is.
  package var identity: FileIdentity

  /// A stamp with all its fields.
  package init(size: Int64, modified: Int64, changed: Int64, identity: FileIdentity) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.identity = identity
  }
}
