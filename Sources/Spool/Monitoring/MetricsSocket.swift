import CWorker
import Dispatch
import DurableFiles
import Glibc
import SystemPackage

/// Answers requests on a UNIX socket, one at a time, each within a few seconds.
final class MetricsSocket: Sendable {
  private let descriptor: OwnedDescriptor
  private let path: FilePath
  // Nothing of it changes after the start, and Dispatch's sources may be used from any thread; on Linux they are
  // not marked so.
  nonisolated(unsafe) private let source: any DispatchSourceRead

  /// Listens at `path`.
  ///
  /// A socket that a process left there when it was killed is replaced; one that answers is not.
  ///
  /// - Parameters:
  ///   - path: Where the socket is made.
  ///   - queue: Where requests are answered.
  ///   - answer: Takes the bytes of a request and gives those of the answer, on `queue`.
  /// - Throws: The error of the kernel; `addressInUse` when another process listens there.
  init(
    path: FilePath, queue: DispatchQueue, answer: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) throws(Errno) {
    if UnixAddress.isAnswered(at: path) { throw .addressInUse }
    UnixAddress.removeSocket(at: path)
    let number = try UnixAddress.makeSocket()
    descriptor = OwnedDescriptor(owning: number)
    self.path = path
    try UnixAddress.listen(number, at: path)
    unsafe source = DispatchSource.makeReadSource(fileDescriptor: number, queue: queue)
    unsafe source.setEventHandler { @Sendable in Self.serve(number, answer) }
    unsafe source.resume()
  }

  /// Stops listening and removes the socket.
  func cancel() {
    UnixAddress.removeSocket(at: path)
    unsafe source.setCancelHandler { @Sendable in withExtendedLifetime(self) {} }
    unsafe source.cancel()
  }

  private static func serve(_ listener: Int32, _ answer: ([UInt8]) -> [UInt8]) {
    let number = winnow_accept(listener)
    guard number >= 0 else { return }
    let client = OwnedDescriptor(owning: number)
    UnixAddress.limit(client.rawValue, seconds: waitSeconds)
    guard let head = readHead(client.rawValue) else { return }
    write(answer(head), to: client.rawValue)
    // What the client still sends would otherwise turn the close into a reset that eats the answer.
    shutdown(client.rawValue, Int32(SHUT_WR))
  }

  private static func readHead(_ number: Int32) -> [UInt8]? {
    var head: [UInt8] = []
    let end = MonotonicClock.now() + .seconds(waitSeconds)
    while !HTTPRequest.isWhole(head), head.count < longestHead, MonotonicClock.now() < end {
      var chunk = [UInt8](repeating: 0, count: longestHead)
      guard let count = try? retryOnInterrupt({ unsafe read(number, &chunk, chunk.count) }),
        count > 0
      else { return nil }
      head += chunk[..<count]
    }
    return head
  }

  private static func write(_ bytes: [UInt8], to number: Int32) {
    var rest = bytes[...]
    let end = MonotonicClock.now() + .seconds(waitSeconds)
    while !rest.isEmpty, MonotonicClock.now() < end {
      let sent = unsafe rest.withUnsafeBytes { buffer in
        try? retryOnInterrupt {
          unsafe send(number, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
        }
      }
      guard let sent, sent > 0 else { return }
      rest = rest.dropFirst(sent)
    }
  }

  // A scraper that takes longer than this to say or take anything is dead; others wait for it.
  private static let waitSeconds = 2
  // Bytes of a request; those of curl have under 200.
  private static let longestHead = 4096
}
