import CWorker
package import DurableFiles
import Glibc
package import SystemPackage

/// One end of the socket pair between the daemon and a worker.
package final class MessageChannel: Sendable {
  private let descriptor: OwnedDescriptor

  /// The end that has this descriptor.
  package init(owning descriptor: consuming OwnedDescriptor) {
    self.descriptor = descriptor
  }

  /// Two ends that are connected.
  package static func pair() throws(Errno) -> (MessageChannel, MessageChannel) {
    var numbers: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, kind, 0, &numbers) == 0 else { throw Errno(rawValue: errno) }
    return (
      MessageChannel(owning: OwnedDescriptor(owning: numbers[0])),
      MessageChannel(owning: OwnedDescriptor(owning: numbers[1]))
    )
  }

  /// The descriptor's number, valid as long as this end lives.
  package var rawValue: Int32 { descriptor.rawValue }

  /// Sends a message, and a descriptor with it when it is not negative.
  package func send(_ message: [UInt8], descriptor passed: Int32 = -1) throws(ChannelError) {
    var sent = 0
    let number = descriptor.rawValue
    while sent < message.count {
      let count = unsafe message.withUnsafeBytes { bytes in
        unsafe winnow_send(
          number, bytes.baseAddress.map { unsafe $0 + sent }, bytes.count - sent,
          sent == 0 ? passed : -1)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw errno == EPIPE || errno == ECONNRESET ? .closed : .system(Errno(rawValue: errno))
      }
      sent += count
    }
  }

  /// Receives a message without the length before it.
  ///
  /// - Parameters:
  ///   - limit: The most bytes that a message may have.
  ///   - takesDescriptor: Whether a descriptor is expected; if not, the kernel drops what comes.
  ///   - wait: Waits for bytes; throws `expired` when there is no point in waiting longer.
  /// - Returns: The message, and the descriptor that came with it.
  /// - Throws: `closed` at the end, `malformed` when the message is too long, and what `wait` throws.
  package func receive(
    limit: Int, takesDescriptor: Bool = true, wait: () throws(ChannelError) -> Void = {}
  ) throws(ChannelError) -> ReceivedMessage {
    var passed: OwnedDescriptor?
    var number: Int32?
    let header = try read(
      MessageReader.lengthSize, takesDescriptor, into: &passed, &number, wait)
    let length = MessageReader.length(in: header[...])
    guard length <= limit else { throw .malformed }
    let bytes = try read(length, takesDescriptor, into: &passed, &number, wait)
    return ReceivedMessage(bytes: bytes, descriptor: passed, number: number)
  }

  private func read(
    _ count: Int, _ takesDescriptor: Bool, into passed: inout OwnedDescriptor?,
    _ passedNumber: inout Int32?,
    _ wait: () throws(ChannelError) -> Void
  ) throws(ChannelError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var received = 0
    let number = descriptor.rawValue
    while received < count {
      try wait()
      var file: Int32 = -1
      let result = unsafe bytes.withUnsafeMutableBytes { buffer in
        let rest = unsafe buffer.baseAddress.map { unsafe $0 + received }
        // Without room for descriptors none comes into being here (unix(7)).
        guard takesDescriptor else { return unsafe recv(number, rest, count - received, 0) }
        return unsafe winnow_receive(number, rest, count - received, &file)
      }
      if file >= 0 {
        passed = OwnedDescriptor(owning: file)
        passedNumber = file
      }
      switch result {
      case 0: throw .closed
      case ..<0 where errno == EINTR: continue
      case ..<0 where errno == ECONNRESET: throw .closed
      case ..<0: throw .system(Errno(rawValue: errno))
      default: received += result
      }
    }
    return bytes
  }
}
