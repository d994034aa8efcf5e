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

  /// The ending of a file that holds one record.
  var fileEnding: String {
    switch self {
    case .json, .jsonl: "json"
    case .text: "txt"
    case .markdown: "md"
    case .html: "html"
    }
  }
}
