import CWorker

/// Sends the pages of a container from a worker to the daemon, which says of each what is to become of it.
final class ChannelPageSink: PageSink {
  let passed: Int
  let stopped = ExtractionOutcome.interrupted
  private let channel: MessageChannel
  private let seconds: Int

  /// A sink that sends through that channel.
  ///
  /// - Parameters:
  ///   - channel: The channel.
  ///   - passed: Pages that are not asked for.
  ///   - seconds: Processor time granted for each page.
  init(_ channel: MessageChannel, passed: Int, seconds: Int) {
    self.channel = channel
    self.passed = passed
    self.seconds = seconds
  }

  func verdict(on page: PageAnnouncement) -> PageVerdict {
    do throws(ChannelError) {
      try channel.send(WorkerMessage.page(page).message)
      let reply = try channel.receive(limit: Self.longestReply)
      winnow_worker_grant_seconds(UInt64(max(1, seconds)))
      return try PageVerdict(message: reply.bytes)
    } catch {
      // A daemon that is gone wants nothing more.
      return .stop
    }
  }

  func take(_ product: WorkProduct, of page: PageAnnouncement) -> Bool {
    let message = WorkerMessage.product(product, peakBytes: Int(winnow_peak_bytes()))
    return (try? channel.send(message.message)) != nil
  }

  // A verdict is one integer.
  private static let longestReply = 64
}
