/// An input that may leave.
struct RetiringInput: Sendable {
  let document: ProcessedDocument
  /// The folders in whose outbox its record is.
  let folders: SpoolFolders
}
