public import Extraction
import Intake

/// Makes records of the lines of a stream, with an extractor of its own.
///
/// A reader is confined to one thread at a time.
public final class StreamReader {
  private let extractor: Extractor
  private let mediaType: MediaTypeChoice
  private let limits: IntakeLimits

  /// A reader of pages.
  ///
  /// - Parameters:
  ///   - options: How pages are extracted.
  ///   - mediaType: How their bytes are read.
  public init(options: ExtractionOptions, mediaType: MediaTypeChoice = .auto) {
    extractor = Extractor(options: options)
    self.mediaType = mediaType
    limits = IntakeLimits()
  }

  /// The record of a line, whatever is wrong with it, and what else there is to say of it.
  public func record(of line: StreamLine) -> (record: Record, detail: String?) {
    do throws(StreamLineError) {
      return (record(of: try StreamedPage.parse(line), line: line.number), nil)
    } catch {
      let source = SourceDescription(name: Self.name(error.line), byteCount: 0, sha256: "")
      var record = Record(id: error.id, source: source, status: .failed, reason: error.reason)
      if error.reason == .tooLarge { record.limits = [.inputBytes] }
      return (record, error.detail)
    }
  }

  private func record(of page: StreamedPage, line: Int) -> Record {
    let source = SourceDescription(
      name: Self.name(line), byteCount: page.bytes.count,
      sha256: SourceDigest.hexadecimal(of: page.bytes), url: page.url)
    guard page.bytes.count <= limits.fileBytes else {
      return FailedDocument(
        id: page.id, source: source, reason: .tooLarge, limits: [.inputBytes]
      ).record
    }
    guard !page.bytes.isEmpty else {
      return FailedDocument(id: page.id, source: source, reason: .emptyInput).record
    }
    let context = PageContext(
      charset: page.charset, url: page.url, mediaType: mediaType, isDeclaredHTML: true)
    return extractor.record(of: page.bytes.span, id: page.id, source: source, context: context)
  }

  /// The source of a record: which line it was made of.
  private static func name(_ line: Int) -> String { "line \(line)" }
}
