import DurableFiles
import Glibc
package import SystemPackage

/// Sends datagrams to the service manager, and waits for nobody.
package final class ServiceNotifier: Sendable {
  private let address: NotifyAddress
  private let descriptor: OwnedDescriptor

  /// A notifier with its socket.
  ///
  /// - Parameter address: Where the service manager listens; whether it does shows only at the first message.
  /// - Throws: The error of the kernel when there can be no socket.
  package init(_ address: NotifyAddress) throws(Errno) {
    self.address = address
    let kind = Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    descriptor = OwnedDescriptor(owning: try retryOnInterrupt { socket(AF_UNIX, kind, 0) })
  }

  /// Sends notifications as one datagram.
  ///
  /// The address is looked up anew each time, for a service manager that executes itself again has another socket.
  ///
  /// - Throws: The error of the kernel; `wouldBlock` when the service manager does not keep up.
  package func send(_ notifications: [ServiceNotification]) throws(Errno) {
    let datagram = ServiceNotification.datagram(notifications)
    var name = sockaddr_un()
    name.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &name.sun_path) { unsafe $0.copyBytes(from: address.bytes) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + address.bytes.count)
    let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
    let number = descriptor.rawValue
    try retryOnInterrupt {
      unsafe withUnsafePointer(to: &name) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
          unsafe datagram.withUnsafeBytes { buffer in
            unsafe sendto(number, buffer.baseAddress, buffer.count, flags, pointer, length)
          }
        }
      }
    }
  }
}
