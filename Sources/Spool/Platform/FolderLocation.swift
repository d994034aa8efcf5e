/// Where a path leads at the moment.
package struct FolderLocation: Hashable, Sendable {
  /// The folder at the path.
  package var identity: FileIdentity
  /// Whether a file system is mounted there.
  ///
  /// A folder that was a mount point at the start and is none now is the bare mount point, and
  /// writing there would hide the files under the next mount.
  package var isMountPoint: Bool

  /// A location with both its fields.
  package init(identity: FileIdentity, isMountPoint: Bool) {
    self.identity = identity
    self.isMountPoint = isMountPoint
  }
}
