import ArgumentParser

/// How `winnow extract` prints records.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  /// One JSON object for one FILE, an array of them for several or a directory.
  case json
  /// One JSON object a line.
  case jsonl
  /// The article as plain text.
  case text
  /// Title, byline, article and captions as Markdown.
  case markdown
  /// A complete HTML document, comments included.
  case html
}
