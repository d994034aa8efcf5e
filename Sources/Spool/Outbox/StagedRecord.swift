/// A record that is on stable storage, but has no name yet that anybody looks for.
struct StagedRecord: Sendable {
  let document: ProcessedDocument
  /// The name of the input.
  let input: FileName
  /// What tells the input apart when it is a page of a container.
  let page: PageOrigin?
  /// The folder that its file is in.
  let outbox: any Directory
  /// The name of its file; `nil` when the record of another input stays in its place.
  let temporary: FileName?
}
