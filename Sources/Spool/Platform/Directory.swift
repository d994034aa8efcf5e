package import DurableFiles
package import SystemPackage

/// An open folder.
///
/// It stays the same folder when its path is renamed or mounted over.
package protocol Directory: AnyObject, Sendable {
  /// Which folder it is.
  var identity: FileIdentity { get }

  /// Calls `body` with each name in the folder but `.` and `..`, in no order.
  func forEachName(_ body: (FileName) -> Void) throws(Errno)

  /// What a name stands for; symbolic links are not followed.
  func status(of name: FileName) throws(Errno) -> FileStatus

  /// Opens a file for reading, without following a symbolic link or waiting for a writer of a FIFO.
  func openFile(_ name: FileName) throws(Errno) -> OwnedDescriptor

  /// The whole content of a small file; `limit` is the largest number of bytes read.
  func contents(of name: FileName, limit: Int) throws(Errno) -> [UInt8]

  /// Creates a file for writing; throws `fileExists` when the name is taken, by a symbolic link too.
  func createFile(_ name: FileName) throws(Errno) -> any WritableFile

  /// Opens a folder in this one, making it first when there is none.
  func openOrCreateDirectory(_ name: FileName) throws(Errno) -> any Directory

  /// Renames a file, perhaps into another folder of the same file system.
  ///
  /// - Parameters:
  ///   - name: The file's name in this folder.
  ///   - target: The folder it goes to.
  ///   - newName: Its name there.
  ///   - replacing: Whether a file that has that name is replaced.
  /// - Throws: `fileExists` when the name is taken and not to be replaced, and what else the kernel says.
  func rename(_ name: FileName, to target: any Directory, as newName: FileName, replacing: Bool)
    throws(Errno)

  /// Removes a file.
  func remove(_ name: FileName) throws(Errno)

  /// Takes the lock of the folder, which goes with the process.
  ///
  /// - Throws: `Errno.wouldBlock` when another process has it.
  func lock() throws(Errno)

  /// Bytes that may still be written to the file system of the folder (`fstatvfs`).
  func freeBytes() throws(Errno) -> Int

  /// Waits until the names of the folder are on stable storage (`fsync`).
  func synchronize() throws(Errno)
}
