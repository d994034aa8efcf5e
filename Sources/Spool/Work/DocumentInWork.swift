/// What the service holds of a document while it is in work.
struct DocumentInWork {
  /// When it was claimed.
  let since: Duration
  /// How far it is, when it is a container.
  var progress: ContainerProgress?
  /// Its record, once there is one.
  var document: ProcessedDocument?
  /// The record of another input in whose favour its own is not written.
  var keptRecord: FileName?
  /// Whether its record is not written since its content has one.
  var isDuplicate = false

  init(since: Duration) {
    self.since = since
  }
}
