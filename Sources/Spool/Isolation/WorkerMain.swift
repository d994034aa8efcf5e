import CWorker
import DurableFiles
import Extraction
import Glibc
import Intake
import SystemPackage

/// What a worker process does: records of the files whose descriptors come through its channel, until that
/// is closed.
package enum WorkerMain {
  /// The argument by which the daemon starts itself as a worker; the process to be tied to follows.
  package static let argument = "--worker-of"

  /// The process that started this one as a worker, or `nil` when it is none.
  package static func parent(in arguments: [String]) -> Int32? {
    guard arguments.count == 3, arguments[1] == Self.argument else { return nil }
    return Int32(arguments[2])
  }

  /// Serves until the channel is closed.
  ///
  /// - Parameter parent: The process to end with.
  /// - Returns: The exit status.
  package static func run(parent: Int32) -> Int32 {
    winnow_worker_tie(parent)
    let channel = MessageChannel(owning: OwnedDescriptor(owning: channelNumber))
    do {
      let settings = try WorkerSettings(
        message: channel.receive(limit: Self.maximumMessageLength).bytes)
      let processor = try LocalPageProcessor(settings)
      processor.warmUp()
      let confinement = winnow_worker_confine(UInt64(max(0, settings.memoryBytes)))
      try channel.send(WorkerMessage.ready(confinement: Int(confinement)).message)
      try serve(channel, processor, settings)
      return 0
    } catch ChannelError.closed {
      return 0
    } catch {
      return 1
    }
  }

  private static func serve(
    _ channel: MessageChannel, _ processor: LocalPageProcessor, _ settings: WorkerSettings
  ) throws(ChannelError) {
    while true {
      try answer(
        try channel.receive(limit: maximumMessageLength), channel, processor, settings)
    }
  }

  private static func answer(
    _ received: borrowing ReceivedMessage, _ channel: MessageChannel,
    _ processor: LocalPageProcessor, _ settings: WorkerSettings
  ) throws(ChannelError) {
    let request = try WorkerRequest(message: received.bytes)
    guard let file = received.descriptorNumber else { throw .malformed }
    winnow_worker_grant_seconds(UInt64(max(1, settings.seconds)))
    var progress = ProgressSigns(channel)
    let sink = ChannelPageSink(channel, passed: request.passed, seconds: settings.seconds)
    let misbehave: ((inout Document) -> Void)? =
      settings.misbehaves
      ? { document in
        Misbehaviour(page: document.bytes)?.act(
          on: &document, channel, isSuspect: request.isSuspect)
      } : nil
    let product = processor.process(
      FileDescriptor(rawValue: file), request, into: sink,
      sign: { bytesRead in
        guard progress.sign(bytesRead: bytesRead) else { return }
        winnow_worker_grant_seconds(UInt64(max(1, settings.seconds)))
      },
      misbehave: misbehave)
    try channel.send(
      WorkerMessage.product(product, peakBytes: Int(winnow_peak_bytes())).message)
  }

  // Where `winnow_worker_spawn` puts the channel.
  private static let channelNumber: Int32 = 3
  // Settings and requests are a name of at most 3 × 255 bytes and some numbers.
  private static let maximumMessageLength = 1 << 16
}
