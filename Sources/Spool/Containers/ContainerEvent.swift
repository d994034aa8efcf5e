/// What happened to a page of a container.
package enum ContainerEvent: Hashable, Sendable {
  /// Its record is in the outbox, of that many bytes.
  case published(PageAnnouncement, isFailure: Bool, byteCount: Int)
  /// Its record was there before.
  case passed(PageAnnouncement)
}
