/// Why a page could not be read at all.
///
/// Malformed HTML is not an error.
public enum ExtractionError: Error, Sendable, Equatable {
  /// The page has no bytes.
  case emptyInput
  /// The bytes are no text in any encoding; `kind` names the format where it is known.
  case notText(kind: String)
  /// The parser could not be set up, for want of memory.
  case outOfMemory
}
