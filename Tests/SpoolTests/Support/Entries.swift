import Spool

/// The stamp of a made-up file.
func stamp(size: Int64 = 10, modified: Int64 = 0, inode: UInt64 = 1) -> FileStamp {
  FileStamp(
    size: size, modified: modified, changed: modified,
    identity: FileIdentity(device: 1, inode: inode))
}

/// A made-up entry of an inbox.
func entry(
  _ name: String, kind: FileKind = .regular, age: Duration = .zero, size: Int64 = 10,
  modified: Int64 = 0
) -> InboxEntry {
  InboxEntry(
    name: FileName(name),
    status: FileStatus(kind: kind, stamp: stamp(size: size, modified: modified)),
    age: age)
}
