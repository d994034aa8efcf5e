import Glibc
import SystemPackage

/// A new file of the machine.
final class LocalWritableFile: WritableFile {
  private var descriptor: OwnedDescriptor?

  init(descriptor: consuming OwnedDescriptor) {
    self.descriptor = consume descriptor
  }

  func write(_ bytes: [UInt8]) throws(Errno) {
    let number = try openNumber()
    var written = 0
    while written < bytes.count {
      let rest = bytes[written...]
      written += try unsafe rest.withUnsafeBytesThrowingErrno { buffer throws(Errno) in
        try retryOnInterrupt { unsafe Glibc.write(number, buffer.baseAddress, buffer.count) }
      }
    }
  }

  func synchronize() throws(Errno) {
    let number = try openNumber()
    try retryOnInterrupt { fsync(number) }
  }

  func close() throws(Errno) {
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
