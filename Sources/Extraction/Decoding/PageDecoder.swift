/// Decides what a document is and gives its text in UTF-8.
struct PageDecoder {
  private let encodings = EncodingSniffer()
  private let mediaTypes = MediaTypeSniffer()
  private let transcoder = UTF8Transcoder()
  private var buffer: [UInt8] = []

  /// Reads a document's text.
  ///
  /// - Parameters:
  ///   - page: The document's bytes.
  ///   - context: What is known besides them.
  ///   - body: Gets the text in UTF-8 without NUL, and what the document was told to be.
  /// - Throws: ``ExtractionError/emptyInput`` or ``ExtractionError/notText(kind:)``.
  mutating func withText(
    of page: Span<UInt8>, context: PageContext, _ body: (Span<UInt8>, DecodedPage) -> Void
  ) throws(ExtractionError) {
    guard !page.isEmpty else { throw .emptyInput }
    let mediaType = mediaTypes.mediaType(
      of: page, isToldText: context.mediaType != .auto, charset: context.charset)
    if case .binary(let kind) = mediaType { throw .notText(kind: kind) }
    let decision = encodings.decide(page, charset: context.charset)
    let isHTML =
      context.mediaType == .html
      || (context.mediaType == .auto
        && (mediaType != .text || (context.isDeclaredHTML && MarkupSigns.areHeld(by: page))))
    let decoded = DecodedPage(
      isHTML: isHTML,
      mediaType: !isHTML
        ? "text/plain" : mediaType == .xhtml ? "application/xhtml+xml" : "text/html",
      encoding: decision.encoding.name)
    guard
      UTF8Transcoder.needsTranscoding(
        page, from: decision.encoding, inspection: decision.inspection)
    else { return body(page, decoded) }
    buffer.removeAll(keepingCapacity: true)
    transcoder.transcode(page, from: decision.encoding, into: &buffer)
    body(buffer.span, decoded)
  }
}
