/// How to read a document's bytes.
public enum MediaTypeChoice: String, Sendable, CaseIterable {
  /// As the content shows.
  case auto
  /// As HTML.
  case html
  /// As plain text, a block a line.
  case text
}
