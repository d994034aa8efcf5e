internal import BasicContainers
internal import CLibXML2

/// libxml2's HTML parser, run for its events: it builds no tree of its own.
///
/// One parser context serves many pages, so that its dictionary of names is filled once.
@safe
struct PageParser: ~Copyable {
  /// The dictionary size over which the context is replaced: pages invent names without end.
  private static let longestDictionary: Int32 = 20_000

  /// Elements that libxml2 may add without a tag: `html`, `head`, `body`, `p`, and the root.
  private static let impliedElements = 8

  /// Sets libxml2 up, once for all threads.
  ///
  /// libxml2 does so by itself with the first context, but that is "not reentrant" (`xmlInitParser` in
  /// parser.h): two threads that make their first contexts together can wait for each other for ever.
  private static let libraryIsReady: Void = xmlInitParser()

  private var context: htmlParserCtxtPtr
  private let sink: UnsafeMutablePointer<ParseEventSink>

  /// A parser without a page.
  ///
  /// - Throws: ``ExtractionError/outOfMemory`` when libxml2 cannot allocate its context.
  init() throws(ExtractionError) {
    _ = Self.libraryIsReady
    guard let context = unsafe htmlNewParserCtxt() else { throw .outOfMemory }
    unsafe self.context = unsafe context
    unsafe sink = .allocate(capacity: 1)
    unsafe sink.initialize(to: ParseEventSink(context: context))
    configure()
  }

  deinit {
    unsafe htmlFreeParserCtxt(context)
    unsafe sink.deinitialize(count: 1)
    unsafe sink.deallocate()
  }

  /// Parses a page.
  ///
  /// - Parameters:
  ///   - skeleton: What the reducer left of it, which the parse holds until it ends; it is the same afterwards.
  ///   - page: The page, UTF-8 without NUL.
  ///   - builder: Takes in the events; it is begun and ended here.
  mutating func parse(
    _ skeleton: inout PageSkeleton, of page: Span<UInt8>, into builder: inout BlockTreeBuilder
  ) {
    if unsafe xmlDictSize(context.pointee.dict) > Self.longestDictionary { replaceContext() }
    builder.reserve(
      nodeCount: skeleton.elements.count + Self.impliedElements,
      textLength: skeleton.textLength)
    // libxml2 reads the tags while the sink looks up the rest of what the skeleton says.
    let markup = skeleton.takeMarkup()
    unsafe page.withUnsafeBufferPointer { page in
      unsafe withUnsafeMutablePointer(to: &builder) { builder in
        unsafe sink.pointee.begin(&skeleton, of: page, into: builder)
        unsafe markup.span.withUnsafeBytes { bytes in
          guard let base = unsafe bytes.bindMemory(to: CChar.self).baseAddress else { return }
          unsafe context.pointee.userData = unsafe UnsafeMutableRawPointer(sink)
          _ = unsafe htmlCtxtReadMemory(
            context, base, Int32(clamping: bytes.count), nil, "UTF-8", Self.options)
        }
        unsafe sink.pointee.end(&skeleton)
      }
    }
    skeleton.putBack(markup: markup)
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
    // The names that it holds were in the dictionary that is gone.
    unsafe sink.pointee = unsafe ParseEventSink(context: fresh)
    configure()
  }

  private func configure() {
    guard let handler = unsafe context.pointee.sax else { return }
    unsafe handler.pointee = xmlSAXHandler()
    unsafe handler.pointee.startElement = { user, name, _ in
      unsafe user?.assumingMemoryBound(to: ParseEventSink.self).pointee.startElement(name)
    }
    unsafe handler.pointee.endElement = { user, name in
      unsafe user?.assumingMemoryBound(to: ParseEventSink.self).pointee.endElement(name)
    }
    unsafe handler.pointee.characters = { user, _, count in
      unsafe user?.assumingMemoryBound(to: ParseEventSink.self).pointee.characters(count)
    }
    unsafe handler.pointee.ignorableWhitespace = unsafe handler.pointee.characters
    unsafe handler.pointee.cdataBlock = unsafe handler.pointee.characters
  }
}
