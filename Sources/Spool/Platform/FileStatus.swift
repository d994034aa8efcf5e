/// What `lstat` tells of a name in a folder.
package struct FileStatus: Hashable, Sendable {
  /// What the name stands for.
  package var kind: FileKind
  /// Its size, times and identity.
  package var stamp: FileStamp

  /// The status of something of that kind and stamp.
  package init(kind: FileKind, stamp: FileStamp) {
    self.kind = kind
    self.stamp = stamp
  }
}
