public import Extraction

/// How to read a file.
public enum InputChoice: String, Sendable, CaseIterable {
  /// As the content shows.
  case auto
  /// As one page of HTML.
  case html
  /// As one plain text.
  case text
  /// As a web archive of crawled pages.
  case warc
  /// As a page that a browser saved with what belongs to it.
  case mhtml
  /// As lines of JSON, each with a page.
  case ndjson

  /// How to read the documents in it.
  public var mediaType: MediaTypeChoice {
    switch self {
    case .html: .html
    case .text: .text
    case .auto, .warc, .mhtml, .ndjson: .auto
    }
  }
}
