/// What the service holds of a document while it is in work.
struct DocumentInWork {
  /// When it was claimed.
  let since: Duration
  /// How far it is, when it is a container.
  var progress: ContainerProgress?
  /// Its record, once there is one.
  var document: ProcessedDocument?

  init(since: Duration) {
    self.since = since
  }
}
