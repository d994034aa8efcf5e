internal import CLibXML2

/// libxml2's HTML parser, run for its events: it builds no tree of its own.
///
/// One parser context serves many pages, so that its dictionary of names is filled once.
@safe
struct PageParser: ~Copyable {
  /// The dictionary size over which the context is replaced: pages invent names without end.
  private static let longestDictionary: Int32 = 20_000

  /// Sets libxml2 up, once for all threads.
  ///
  /// libxml2 does so by itself with the first context, but that is "not reentrant" (`xmlInitParser` in
  /// parser.h): two threads that make their first contexts together can wait for each other for ever.
  private static let libraryIsReady: Void = xmlInitParser()

  private var context: htmlParserCtxtPtr
  private let sink = ParseEventSink()

  /// A parser without a page.
  ///
  /// - Throws: ``ExtractionError/outOfMemory`` when libxml2 cannot allocate its context.
  init() throws(ExtractionError) {
    _ = Self.libraryIsReady
    guard let context = unsafe htmlNewParserCtxt() else { throw .outOfMemory }
    unsafe self.context = unsafe context
    configure()
  }

  deinit { unsafe htmlFreeParserCtxt(context) }

  /// Parses a page.
  ///
  /// - Parameters:
  ///   - markup: UTF-8 without NUL.
  ///   - builder: Takes in the events; it is begun and ended here.
  mutating func parse(_ markup: Span<UInt8>, into builder: inout BlockTreeBuilder) {
    if unsafe xmlDictSize(context.pointee.dict) > Self.longestDictionary { replaceContext() }
    swap(&builder, &sink.builder)
    unsafe sink.context = unsafe context
    unsafe markup.withUnsafeBytes { bytes in
      guard let base = unsafe bytes.bindMemory(to: CChar.self).baseAddress else { return }
      unsafe context.pointee.userData = unsafe Unmanaged.passUnretained(sink).toOpaque()
      _ = unsafe htmlCtxtReadMemory(
        context, base, Int32(clamping: bytes.count), nil, "UTF-8", Self.options)
    }
    swap(&builder, &sink.builder)
    builder.end()
  }

  private static let options = Int32(
    bitPattern: HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
      | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_COMPACT.rawValue)

  private mutating func replaceContext() {
    guard let fresh = unsafe htmlNewParserCtxt() else { return }
    unsafe htmlFreeParserCtxt(context)
    unsafe context = unsafe fresh
    sink.forgetNames()
    configure()
  }

  private func configure() {
    guard let handler = unsafe context.pointee.sax else { return }
    unsafe handler.pointee = xmlSAXHandler()
    unsafe handler.pointee.startElement = { user, name, attributes in
      unsafe ParseEventSink.from(user)?.startElement(name, attributes)
    }
    unsafe handler.pointee.endElement = { user, name in
      unsafe ParseEventSink.from(user)?.endElement(name)
    }
    unsafe handler.pointee.characters = { user, text, count in
      unsafe ParseEventSink.from(user)?.characters(text, count)
    }
    unsafe handler.pointee.ignorableWhitespace = unsafe handler.pointee.characters
    unsafe handler.pointee.cdataBlock = unsafe handler.pointee.characters
  }
}
