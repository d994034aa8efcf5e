import Extraction

/// What a worker says.
package enum WorkerMessage: Hashable, Sendable {
  /// It is warm and confined, by these bits of `winnow_worker_confine`.
  case ready(confinement: Int)
  /// It still gets on: with the page, or with a container of which it read so many stored bytes.
  case progress(bytesRead: Int)
  /// It came upon a page of a container, and waits to be told what is to become of it.
  case page(PageAnnouncement)
  /// It is done with the page; its memory was at most that many bytes so far.
  case product(WorkProduct, peakBytes: Int)

  private enum Kind: Int {
    case ready
    case progress
    case document
    case retry
    case page
  }

  /// What it says as a message.
  package var message: [UInt8] {
    var writer = MessageWriter()
    switch self {
    case .ready(let confinement):
      writer.integer(Kind.ready.rawValue)
      writer.integer(confinement)
    case .progress(let bytesRead):
      writer.integer(Kind.progress.rawValue)
      writer.integer(bytesRead)
    case .page(let page):
      writer.integer(Kind.page.rawValue)
      page.write(to: &writer)
    case .product(.document(let document), let peakBytes):
      writer.integer(Kind.document.rawValue)
      writer.integer(peakBytes)
      document.write(to: &writer)
    case .product(.none(.retry(let reason)), let peakBytes):
      writer.integer(Kind.retry.rawValue)
      writer.integer(peakBytes)
      writer.text(reason.rawValue)
    case .product(.none, let peakBytes):
      // What a worker lacks is the page's doing, and its words are no news for the log.
      writer.integer(Kind.retry.rawValue)
      writer.integer(peakBytes)
      writer.text(FailureReason.memory.rawValue)
    }
    return writer.finish()
  }

  /// What is said in a message.
  package init(message: [UInt8]) throws(ChannelError) {
    var reader = MessageReader(message)
    guard let kind = Kind(rawValue: try reader.integer()) else { throw .malformed }
    switch kind {
    case .ready:
      self = .ready(confinement: try reader.integer())
    case .progress:
      self = .progress(bytesRead: try reader.integer())
    case .page:
      self = .page(try PageAnnouncement(from: &reader))
    case .document:
      let peakBytes = try reader.integer()
      self = .product(.document(try ProcessedDocument(from: &reader)), peakBytes: peakBytes)
    case .retry:
      let peakBytes = try reader.integer()
      guard let reason = FailureReason(rawValue: try reader.text()) else { throw .malformed }
      self = .product(.none(.retry(reason)), peakBytes: peakBytes)
    }
    try reader.finish()
  }
}
