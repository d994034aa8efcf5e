import Glibc

extension FileStatus {
  /// The status that the kernel reported.
  init(_ status: stat) {
    kind = FileKind(mode: status.st_mode)
    stamp = FileStamp(
      size: Int64(status.st_size), modified: status.st_mtim.nanoseconds,
      changed: status.st_ctim.nanoseconds,
      identity: FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino)))
  }
}

extension FileKind {
  fileprivate init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .directory
    case S_IFLNK: self = .symbolicLink
    case S_IFIFO: self = .fifo
    case S_IFSOCK: self = .socket
    default: self = .device
    }
  }
}

extension timespec {
  /// The time in nanoseconds since 1970; times past the year 2262 are held there.
  fileprivate var nanoseconds: Int64 {
    let (seconds, overflow) = Int64(tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    return overflow ? (tv_sec < 0 ? .min : .max) : seconds &+ Int64(tv_nsec)
  }
}
