package import Extraction

/// What happened to a container or a page of it.
package enum ContainerEvent: Hashable, Sendable {
  /// Its record is in the outbox, of that many bytes; it says why the page failed, if it did.
  case published(PageAnnouncement, failure: FailureReason?, byteCount: Int)
  /// Its record was there before.
  case passed(PageAnnouncement)
  /// No page, but that many stored bytes of the container were read so far.
  case read(byteCount: Int)
}
