import Dispatch
import DurableFiles
import Glibc
import SystemPackage

/// Tells what happens in a folder, through inotify(7).
final class InotifyWatcher: Sendable {
  private let descriptor: OwnedDescriptor
  // Nothing of it changes after the start, and Dispatch's sources may be used from any thread; on Linux they are
  // not marked so.
  nonisolated(unsafe) private let source: any DispatchSourceRead

  /// Watches the folder at `path`.
  ///
  /// - Parameters:
  ///   - path: The folder's path.
  ///   - queue: Where events are read and handed over.
  ///   - handler: Takes events, on `queue`.
  /// - Throws: The error of the kernel, such as the limit on watches.
  init(
    path: FilePath, queue: DispatchQueue, handler: @escaping @Sendable (InotifyEvent) -> Void
  ) throws(Errno) {
    let number = try retryOnInterrupt { inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)) }
    descriptor = OwnedDescriptor(owning: number)
    let added = unsafe path.withPlatformString { name in
      unsafe inotify_add_watch(number, name, InotifyEvent.watchedMask)
    }
    guard added >= 0 else { throw Errno(rawValue: errno) }
    unsafe source = DispatchSource.makeReadSource(fileDescriptor: number, queue: queue)
    unsafe source.setEventHandler { @Sendable [weak self] in
      self?.read(handler)
    }
    unsafe source.resume()
  }

  /// Ends the watch.
  ///
  /// The descriptor is closed only when Dispatch no longer waits for it.
  func cancel() {
    unsafe source.setCancelHandler { @Sendable in withExtendedLifetime(self) {} }
    unsafe source.cancel()
  }

  private func read(_ handler: (InotifyEvent) -> Void) {
    var buffer = [UInt8](repeating: 0, count: Self.bufferLength)
    let number = descriptor.rawValue
    while let count = try? retryOnInterrupt({ unsafe Glibc.read(number, &buffer, buffer.count) }),
      count > 0
    {
      for event in InotifyEvent.events(in: buffer[..<count]) { handler(event) }
    }
  }

  // Bytes read at a time: some 2000 events with names of usual length.
  private static let bufferLength = 65_536
}
