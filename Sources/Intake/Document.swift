public import Extraction

/// One document, read and decompressed, ready for an extractor.
public struct Document: Sendable {
  /// The most bytes of an address that is kept: servers take no longer ones.
  static let longestURL = 8192

  /// The file's name without `.html`, `.gz` and the like.
  public var id: String
  /// The decompressed bytes, never empty.
  public var bytes: [UInt8]
  /// Where the bytes came from.
  public var source: SourceDescription
  /// Why the bytes are not all of the document; `nil` when they are.
  public var reason: FailureReason?
  /// The limits that bound while it was decompressed.
  public var limits: [ExtractionLimit]
  /// The character encoding that the container names, as HTTP and MIME headers do.
  public var charset: String?
  /// Whether the container says that it is HTML.
  public var isDeclaredHTML = false
  /// What is wrong in words, if there is more to say than the reason.
  public var detail: String?

  /// A document with all its fields.
  public init(
    id: String, bytes: [UInt8], source: SourceDescription, reason: FailureReason? = nil,
    limits: [ExtractionLimit] = []
  ) {
    self.id = id
    self.bytes = bytes
    self.source = source
    self.reason = reason
    self.limits = limits
  }

  /// The document's record.
  ///
  /// The bytes of a long document that nobody else holds are given back before most of the work.
  ///
  /// A document that is not whole gives a record that is `partial` where it would be `ok` or `empty`,
  /// with the reason and the limits of the document before those of the page.
  public consuming func record(
    by extractor: Extractor, context: PageContext = PageContext()
  ) -> Record {
    let context = self.context(context)
    var record = extractor.record(of: takeBytes(), id: id, source: source, context: context)
    mark(&record)
    return record
  }

  /// The bytes, which are not held here any more.
  private mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// What is known of the page: what the caller says, and what its container does.
  package func context(_ context: PageContext) -> PageContext {
    PageContext(
      charset: context.charset ?? charset, url: source.url ?? context.url,
      mediaType: context.mediaType,
      isDeclaredHTML: context.isDeclaredHTML || isDeclaredHTML)
  }

  /// Says in a record of the document what is missing of it.
  package func mark(_ record: inout Record) {
    record.limits = limits + record.limits
    guard let reason else { return }
    // What was cut off may be what made it a page, so the cut is the reason even where nothing can be read.
    if record.status != .failed { record.status = .partial }
    record.reason = reason
  }
}
