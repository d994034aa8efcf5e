import DurableFiles
import Glibc
import SystemPackage

/// The calls of the kernel around UNIX sockets, each once.
enum UnixAddress {
  /// The most bytes of a path (`sun_path` of unix(7), without the zero at its end).
  static let longestPath = 107

  /// A socket for streams that does not block when nobody connects.
  static func makeSocket() throws(Errno) -> Int32 {
    let kind =
      Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
    return try retryOnInterrupt { socket(AF_UNIX, kind, 0) }
  }

  /// Makes the socket at `path` and listens there.
  static func listen(_ number: Int32, at path: FilePath) throws(Errno) {
    try unsafe call(path) { address, length in unsafe bind(number, address, length) }
    // More scrapers than that at a time find none of them served sooner.
    try retryOnInterrupt { Glibc.listen(number, 8) }
  }

  /// Whether some process listens at `path`.
  static func isAnswered(at path: FilePath) -> Bool {
    guard let number = try? makeSocket() else { return false }
    let own = OwnedDescriptor(owning: number)
    do throws(Errno) {
      try unsafe call(path) { address, length in unsafe connect(own.rawValue, address, length) }
      return true
    } catch {
      // A listener whose queue is full is alive.
      return error == .wouldBlock
    }
  }

  /// Removes a socket; anything else that has the name stays.
  static func removeSocket(at path: FilePath) {
    var status = stat()
    unsafe path.withPlatformString { name in
      guard unsafe lstat(name, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return }
      _ = unsafe unlink(name)
    }
  }

  /// Lets no call on the socket wait longer than that.
  static func limit(_ number: Int32, seconds: Int) {
    var time = timeval(tv_sec: seconds, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    _ = unsafe setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &time, size)
    _ = unsafe setsockopt(number, SOL_SOCKET, SO_SNDTIMEO, &time, size)
  }

  private static func call(
    _ path: FilePath, _ function: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) throws(Errno) {
    let bytes = unsafe path.withPlatformString { name in
      unsafe UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }
    }
    guard bytes.count <= longestPath else { throw .fileNameTooLong }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
    let result: Result<Void, Errno> = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        do throws(Errno) {
          _ = try retryOnInterrupt {
            unsafe function(pointer, socklen_t(MemoryLayout<sockaddr_un>.size))
          }
          return .success(())
        } catch {
          return .failure(error)
        }
      }
    }
    try result.get()
  }
}
