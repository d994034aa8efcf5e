package import SystemPackage

/// A new file that is being written.
///
/// It is closed when it is released without `close()`.
package protocol WritableFile: AnyObject {
  /// Appends all of `bytes`.
  func write(_ bytes: [UInt8]) throws(Errno)

  /// Waits until the content is on stable storage (`fsync`).
  ///
  /// After an error the file is worthless: the kernel may have dropped the pages, and a second call would
  /// succeed without having written them (fsync(2), PostgreSQL "fsyncgate" 2018).
  func synchronize() throws(Errno)

  /// Closes the file; file systems over a network report late errors here.
  func close() throws(Errno)
}
