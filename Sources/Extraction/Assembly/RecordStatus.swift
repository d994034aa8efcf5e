/// Whether a document gave a whole record.
public enum RecordStatus: String, Sendable, CaseIterable {
  /// The whole page was read and has content.
  case ok
  /// A limit cut the page short or its bytes were damaged; what was read is there.
  case partial
  /// The page was read and has no content.
  case empty
  /// There is no content because the document could not be read; ``Record/reason`` says why.
  case failed
}
