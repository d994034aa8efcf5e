/// Tells the daemon that a worker gets on, but not more often than is of use.
struct ProgressSigns {
  private let channel: MessageChannel
  private var last = MonotonicClock.now()

  /// Signs on that channel; the first is due a while from now.
  init(_ channel: MessageChannel) {
    self.channel = channel
  }

  /// A stage of the work is over.
  mutating func sign() {
    let now = MonotonicClock.now()
    guard now - last >= Self.interval else { return }
    last = now
    // A daemon that is gone is noticed when the record is sent.
    try? channel.send(WorkerMessage.progress.message)
  }

  // Pages are done in milliseconds and need no sign at all.
  private static let interval = Duration.milliseconds(500)
}
