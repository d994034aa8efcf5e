import CWorker
import DurableFiles
import Glibc
import SystemPackage

/// A worker process, from its start to its end, as the daemon sees it.
///
/// It is used by one thread at a time. The process ends when this is released.
final class WorkerProcess {
  let identifier: pid_t
  private let channel: MessageChannel
  private let descriptor: OwnedDescriptor?
  private let descriptorNumber: Int32
  private let replyLimit: Int
  private(set) var hasEnded = false
  /// The page of a container that it works on.
  private(set) var page: PageAnnouncement?

  /// Starts a worker and sends it its settings.
  ///
  /// It gets warm by itself; see `waitUntilReady`.
  init(_ settings: WorkerSettings, spawner: WorkerSpawner) throws(ChannelError) {
    do throws(Errno) {
      let (ours, theirs) = try MessageChannel.pair()
      channel = ours
      identifier = try spawner.spawn(theirs)
    } catch {
      throw .system(error)
    }
    descriptorNumber = winnow_process_descriptor(identifier)
    descriptor = descriptorNumber < 0 ? nil : OwnedDescriptor(owning: descriptorNumber)
    replyLimit = settings.outputBytes + Self.replyOverhead
    try channel.send(settings.message)
  }

  deinit {
    if !hasEnded { _ = end() }
  }

  /// Waits until it is warm and confined, and returns by what.
  func waitUntilReady() throws(ChannelError) -> Int {
    let end = MonotonicClock.now() + Self.startTime
    while true {
      let message = try receive { () throws(ChannelError) in
        try wait(for: end - MonotonicClock.now())
      }
      if case .ready(let confinement) = message { return confinement }
    }
  }

  /// Whether it ended while it had nothing to do.
  var isGone: Bool {
    var poll = pollfd(fd: channel.rawValue, events: Int16(POLLIN), revents: 0)
    // It says nothing without being asked, so what is there to be read is the end.
    return unsafe Glibc.poll(&poll, 1, 0) > 0
  }

  /// Has it make the record of a file.
  ///
  /// - Parameters:
  ///   - request: What it is told of the file.
  ///   - file: The file.
  ///   - sink: Takes the pages of a container.
  ///   - makeWatch: Gives what decides for how long to wait for a page.
  /// - Returns: What came of it.
  /// - Throws: `closed` when it ended, `expired` when it took too long.
  func process(
    _ request: WorkerRequest, _ file: FileDescriptor, into sink: any ContainerSink,
    makeWatch: () -> WorkerWatch
  ) throws(ChannelError) -> WorkerReply {
    page = nil
    try channel.send(request.message, descriptor: file.rawValue)
    var watch = makeWatch()
    while true {
      let message = try receive { () throws(ChannelError) in
        guard let patience = watch.patience(at: MonotonicClock.now()) else { throw .expired }
        try wait(for: patience)
      }
      switch message {
      case .progress(let bytesRead):
        let now = MonotonicClock.now()
        // More than there is was not read.
        if page != nil || bytesRead > request.size {
          watch.sign(at: now)
        } else if watch.sign(at: now, bytesRead: bytesRead) {
          sink.readOn(to: bytesRead)
        }
      case .page(let announced):
        guard try begin(announced, request, sink) else { return .stopped }
        watch = makeWatch()
      case .product(let product, let peakBytes):
        guard let made = page else { return .finished(product, peakBytes: peakBytes) }
        guard case .document = product else { return .lacking(made) }
        page = nil
        guard sink.take(product, of: made) else { return .stopped }
        watch = makeWatch()
      case .ready: throw .malformed
      }
    }
  }

  /// Tells it what is to become of a page.
  ///
  /// - Returns: Whether it goes on.
  private func begin(
    _ announced: PageAnnouncement, _ request: WorkerRequest, _ sink: any PageSink
  ) throws(ChannelError) -> Bool {
    // A page takes a byte at least, so no worker can fill the outbox with more pages than a container has.
    guard page == nil, announced.ordinal > sink.passed,
      announced.ordinal <= max(request.size, Self.smallestContainer)
    else { throw .malformed }
    let verdict = sink.verdict(on: announced)
    try channel.send(verdict.message)
    if verdict == .make { page = announced }
    return verdict != .stop
  }

  /// Ends it, and waits for that for a few seconds.
  ///
  /// - Returns: How it ended, or `nil` when the kernel does not let go of it.
  func end() -> WorkerEnd? {
    kill(identifier, SIGKILL)
    return waitForEnd()
  }

  /// How it ended, or `nil` when it has not yet.
  func takeEnd() -> WorkerEnd? {
    let end = winnow_process_end(identifier)
    guard end.is_known != 0 else { return nil }
    hasEnded = true
    return WorkerEnd(signal: end.signal, status: end.status, peakBytes: Int(end.peak_bytes))
  }

  /// Waits for its end, for a few seconds.
  func waitForEnd() -> WorkerEnd? {
    let limit = MonotonicClock.now() + Self.endTime
    while true {
      if let end = takeEnd() { return end }
      let rest = limit - MonotonicClock.now()
      guard rest > .zero else { return nil }
      // Without a descriptor of the process, which old kernels lack, its end is polled for.
      let number = descriptorNumber
      var poll = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
      let step = number < 0 ? min(rest, Self.pollStep) : rest
      _ = unsafe Glibc.poll(&poll, 1, step.pollMilliseconds)
    }
  }

  private func receive(
    _ wait: () throws(ChannelError) -> Void
  ) throws(ChannelError) -> WorkerMessage {
    let received = try channel.receive(
      limit: replyLimit, takesDescriptor: false, wait: wait)
    return try WorkerMessage(message: received.bytes)
  }

  /// Waits until there is something to read.
  private func wait(for time: Duration) throws(ChannelError) {
    let limit = MonotonicClock.now() + time
    while true {
      let rest = max(limit - MonotonicClock.now(), .zero)
      var poll = pollfd(fd: channel.rawValue, events: Int16(POLLIN), revents: 0)
      let result = unsafe Glibc.poll(&poll, 1, rest.pollMilliseconds)
      if result > 0 { return }
      if result == 0 { throw .expired }
      // A signal is no data, and to read without any would wait without limit.
      if errno != EINTR { throw .system(Errno(rawValue: errno)) }
    }
  }

  // Starting and warming takes some 50 ms; on a machine that swaps, seconds.
  static let startTime = Duration.seconds(60)
  // A killed process is gone in milliseconds unless it waits for a device.
  private static let endTime = Duration.seconds(5)
  // Compressed, a page may take less than a byte: as many pages as a file of any size may have.
  private static let smallestContainer = 100_000
  private static let pollStep = Duration.milliseconds(10)
  // What a message has besides the record, whose frame may be larger than its JSON by a few bytes.
  private static let replyOverhead = 1 << 20
}

extension Duration {
  /// Milliseconds, rounded up, as poll(2) takes them.
  fileprivate var pollMilliseconds: Int32 {
    let (seconds, attoseconds) = components
    let milliseconds = seconds.multipliedReportingOverflow(by: 1000)
    guard !milliseconds.overflow else { return .max }
    return Int32(
      clamping: milliseconds.partialValue + (attoseconds + 999_999_999_999_999)
        / 1_000_000_000_000_000)
  }
}
