import Glibc
package import SystemPackage

/// A file descriptor that is closed when its owner lets go of it.
package struct OwnedDescriptor: ~Copyable, Sendable {
  /// The descriptor's number, valid as long as this value lives.
  package let rawValue: Int32

  /// Takes over the open descriptor `rawValue`.
  package init(owning rawValue: Int32) {
    self.rawValue = rawValue
  }

  deinit {
    _ = Glibc.close(rawValue)
  }

  /// Closes the descriptor and reports what the file system says last.
  ///
  /// Linux frees the descriptor even when `close` is interrupted, so it is never called again.
  package consuming func close() throws(Errno) {
    let descriptor = rawValue
    discard self
    guard Glibc.close(descriptor) == 0 else { throw Errno(rawValue: errno) }
  }
}
