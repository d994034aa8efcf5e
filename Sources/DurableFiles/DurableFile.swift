import Glibc
package import SystemPackage

/// A file that is being written.
///
/// It is closed when it is released without ``close()``.
package final class DurableFile {
  private var descriptor: OwnedDescriptor?

  /// Takes over an open file.
  package init(owning descriptor: consuming OwnedDescriptor) {
    self.descriptor = consume descriptor
  }

  /// Appends all of `bytes` (`write`).
  package func write(_ bytes: [UInt8]) throws(Errno) {
    let number = try openNumber()
    var written = 0
    while written < bytes.count {
      let rest = bytes[written...]
      written += try unsafe rest.withUnsafeBytesThrowingErrno { buffer throws(Errno) in
        try retryOnInterrupt { unsafe Glibc.write(number, buffer.baseAddress, buffer.count) }
      }
    }
  }

  /// Waits until the content is on stable storage (`fsync`).
  ///
  /// After an error the file is worthless: the kernel may have dropped the pages, and a second call would
  /// succeed without having written them (fsync(2), PostgreSQL "fsyncgate" 2018).
  package func synchronize() throws(Errno) {
    let number = try openNumber()
    try retryOnInterrupt { fsync(number) }
  }

  /// Cuts the file to `length` bytes (`ftruncate`).
  package func truncate(to length: Int) throws(Errno) {
    let number = try openNumber()
    try retryOnInterrupt { ftruncate(number, off_t(length)) }
  }

  /// Closes the file; file systems over a network report late errors here.
  package func close() throws(Errno) {
    guard let descriptor = descriptor.take() else { throw .badFileDescriptor }
    try descriptor.close()
  }

  private func openNumber() throws(Errno) -> Int32 {
    switch descriptor {
    case .some(let descriptor): return descriptor.rawValue
    case .none: throw .badFileDescriptor
    }
  }
}

extension ArraySlice<UInt8> {
  /// `withUnsafeBytes` for a body that throws `Errno`.
  fileprivate func withUnsafeBytesThrowingErrno(
    _ body: (UnsafeRawBufferPointer) throws(Errno) -> Int
  ) throws(Errno) -> Int {
    let result: Result<Int, Errno> = unsafe withUnsafeBytes { buffer in
      do throws(Errno) {
        return .success(try unsafe body(buffer))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
