import DurableFiles
import Glibc
import SystemPackage

/// A claimed file that is open for reading.
package struct ClaimedFile: ~Copyable {
  let name: FileName
  private let descriptor: OwnedDescriptor
  private let statusBefore: FileStatus

  /// Opens a claimed file.
  ///
  /// Neither a symbolic link is followed nor a FIFO waited for.
  init(_ name: FileName, in folder: any Directory) throws(Errno) {
    let descriptor = try folder.openFile(name)
    statusBefore = try descriptor.status()
    self.descriptor = descriptor
    self.name = name
  }

  /// Whether it is a file with content.
  var isRegular: Bool { statusBefore.kind == .regular }

  /// Bytes of the file when it was opened.
  var size: Int { Int(statusBefore.stamp.size) }

  /// When the file was last changed, in whole seconds since 1970.
  var modifiedSeconds: Int {
    let (seconds, rest) = statusBefore.stamp.modified.quotientAndRemainder(
      dividingBy: 1_000_000_000)
    return Int(rest < 0 ? seconds - 1 : seconds)
  }

  /// The descriptor, valid as long as this value lives.
  var fileDescriptor: FileDescriptor { FileDescriptor(rawValue: descriptor.rawValue) }

  /// Whether the size, the times or the identity differ from when the file was opened.
  var hasChanged: Bool {
    get throws(Errno) { try descriptor.status() != statusBefore }
  }

  /// Whether the size, the time of change or the identity differ from when the file was opened.
  ///
  /// Unlike ``hasChanged`` this does not see a file that was written and given its old time again, but nor
  /// does it see one that the daemon renamed.
  var hasOtherContent: Bool {
    get throws(Errno) {
      var status = try descriptor.status()
      status.stamp.changed = statusBefore.stamp.changed
      return status != statusBefore
    }
  }

  /// Has the next read of the descriptor, by whatever process, begin at the beginning.
  func rewind() {
    _ = lseek(descriptor.rawValue, 0, SEEK_SET)
  }

  /// Whether a program has the file open for writing, as far as the kernel tells.
  ///
  /// A read lease is refused while one does (fcntl(2), `F_SETLEASE`). Network file systems and files of
  /// other users give no leases; there the file counts as closed, and its stillness has to do.
  var isOpenForWriting: Bool {
    guard isRegular else { return false }
    if fcntl(descriptor.rawValue, Self.setLease, Int32(F_RDLCK)) == 0 {
      _ = fcntl(descriptor.rawValue, Self.setLease, Int32(F_UNLCK))
      return false
    }
    return errno == EAGAIN
  }

  // F_SETLEASE of fcntl.h, which glibc declares only under _GNU_SOURCE.
  private static let setLease: Int32 = 1024
}
