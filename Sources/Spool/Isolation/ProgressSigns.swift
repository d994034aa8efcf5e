/// Tells the daemon that a worker gets on, but not more often than is of use.
struct ProgressSigns {
  private let channel: MessageChannel
  private var last = MonotonicClock.now()
  private var bytesRead = 0

  /// Signs on that channel; the first is due a while from now.
  init(_ channel: MessageChannel) {
    self.channel = channel
  }

  /// A stage of the work is over.
  ///
  /// - Parameter bytesRead: Stored bytes of a container that were read so far; 0 while a page is worked on.
  /// - Returns: Whether the daemon was told that more was read, and so grants the time for a page anew.
  mutating func sign(bytesRead: Int) -> Bool {
    let now = MonotonicClock.now()
    guard now - last >= Self.interval else { return false }
    last = now
    // A daemon that is gone is noticed when the record is sent.
    try? channel.send(WorkerMessage.progress(bytesRead: bytesRead).message)
    guard bytesRead > self.bytesRead else { return false }
    self.bytesRead = bytesRead
    return true
  }

  // Pages are done in milliseconds and need no sign at all.
  private static let interval = Duration.milliseconds(500)
}
