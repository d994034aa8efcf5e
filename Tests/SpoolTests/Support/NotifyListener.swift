import Glibc
import Spool
import SystemPackage
import Testing

/// The socket of a service manager, played by a test.
final class NotifyListener {
  private let descriptor: Int32
  /// Whether to wait for what does not come for a minute, or not at all.
  var isPatient = true

  /// Listens at an address, given as in `NOTIFY_SOCKET`.
  init(_ name: String) throws {
    let address = try #require(NotifyAddress(name))
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var bound = sockaddr_un()
    bound.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &bound.sun_path) { unsafe $0.copyBytes(from: address.bytes) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + address.bytes.count)
    let number = descriptor
    let result = unsafe withUnsafePointer(to: &bound) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe bind(number, pointer, length)
      }
    }
    try #require(result == 0, "\(Errno(rawValue: errno))")
    // A test that waits in vain has to end.
    var patience = timeval(tv_sec: 60, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
  }

  deinit {
    close(descriptor)
  }

  /// The next datagram, or `nil` when none came for a minute.
  func next() -> String? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let number = descriptor
    let flags = isPatient ? 0 : Int32(MSG_DONTWAIT)
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe recv(number, buffer.baseAddress, buffer.count, flags)
    }
    return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// All lines up to the first that is `line`, or to the end of patience.
  func lines(upTo line: String) -> [String] {
    var lines: [String] = []
    while !lines.contains(line), let datagram = next() {
      lines += datagram.split(separator: "\n").map(String.init)
    }
    return lines
  }
}
