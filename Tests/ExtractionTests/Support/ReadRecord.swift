@testable import Extraction

/// The record of a page of markup.
func readRecord(_ markup: String, options: ExtractionOptions = ExtractionOptions()) -> Record {
  let bytes = Array(markup.utf8)
  let source = SourceDescription(name: "a.html", byteCount: bytes.count, sha256: "")
  return Extractor(options: options).record(
    of: bytes.span, id: "a", source: source, context: PageContext(mediaType: .html))
}
