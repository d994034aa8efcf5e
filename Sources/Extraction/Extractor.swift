/// Reads pages: bytes in, record out.
///
/// An extractor keeps its buffers from page to page, so use one for many pages. It is confined to one
/// thread at a time.
public final class Extractor {
  private let options: ExtractionOptions

  /// An extractor with the given options.
  public init(options: ExtractionOptions = ExtractionOptions()) {
    self.options = options
  }

  /// The record of one page.
  ///
  /// Nothing is thrown: a page that cannot be read gives a record with status `failed` and its reason.
  ///
  /// - Parameters:
  ///   - page: The page's bytes, decompressed, in any encoding.
  ///   - id: The record's identifier.
  ///   - source: Where the bytes came from; media type and encoding are filled in.
  ///   - context: What is known besides the bytes.
  /// - Returns: The record.
  public func record(
    of page: Span<UInt8>, id: String, source: SourceDescription, context: PageContext = PageContext()
  ) -> Record {
    Record(id: id, source: source, status: .empty, reason: .noContent)
  }
}
