/// Tells HTML from text and both from binary formats, by content and not by name.
struct MediaTypeSniffer {
  /// Bytes in which tags and control bytes are counted.
  private static let sampleLength = 4096
  /// Bytes passed over in search of the first markup: comments at the start can be long.
  private static let prologLength = 65_536
  /// Greatest share of control bytes in text.
  private static let controlShare = 0.02
  /// Known tags in the sample that make it HTML when it does not start with one.
  ///
  /// A text that speaks of
  /// HTML names a tag or two.
  private static let tagEvidence = 4

  /// The media type of a document.
  ///
  /// - Parameters:
  ///   - document: The bytes, decompressed.
  ///   - isToldText: Whether the user says that the document is text or HTML.
  ///   - charset: The label of the encoding that the transport named, if any.
  /// - Returns: The type; an empty document is text.
  func mediaType(
    of document: Span<UInt8>, isToldText: Bool = false, charset: String? = nil
  ) -> MediaType {
    if let kind = BinarySignature.kind(of: document, isToldText: isToldText) {
      return .binary(kind: kind)
    }
    if let encoding = Self.utf16(document, charset: charset) {
      var narrowed: [UInt8] = []
      let length = min(document.count, Self.sampleLength * 2) & ~1
      UTF8Transcoder().transcode(document.extracting(0..<length), from: encoding, into: &narrowed)
      return Self.text(narrowed.span, isToldText: isToldText)
    }
    if Self.isBinary(document) { return .binary(kind: "binary") }
    return Self.text(document, isToldText: isToldText)
  }

  /// The type of text; what is written for programs counts as binary unless the user says that it is text.
  private static func text(_ document: Span<UInt8>, isToldText: Bool) -> MediaType {
    if beginsAsHTML(document) { return .html }
    if !isToldText, let kind = DataFormat.kind(of: document) { return .binary(kind: kind) }
    return markup(document)
  }

  /// Whether the document begins as most pages do, so that nothing has to be copied to tell.
  private static func beginsAsHTML(_ document: Span<UInt8>) -> Bool {
    var start = 0
    while start < min(document.count, sampleLength), document[start] <= ASCII.space { start += 1 }
    let text = document.extracting(start...)
    return ByteSearch.hasPrefix("<!doctype html>", of: text)
      || ByteSearch.hasPrefix("<!doctype html ", of: text)
  }

  private static func utf16(_ document: Span<UInt8>, charset: String?) -> CharacterEncoding? {
    if let marked = ByteOrderMark.encoding(of: document) { return marked.isUTF16 ? marked : nil }
    return UTF16Pattern.encoding(
      of: document, declared: charset.flatMap { CharacterEncoding(label: $0) })
  }

  private static func isBinary(_ document: Span<UInt8>) -> Bool {
    let length = min(document.count, sampleLength)
    var controls = 0
    for offset in 0..<length {
      switch document[offset] {
      // Tab to carriage return, and the escape of ISO-2022-JP, occur in text.
      case 0x09...0x0D, 0x1B: continue
      case 0x00...0x1F, 0x7F: controls += 1
      default: continue
      }
    }
    return Double(controls) > controlShare * Double(length)
  }

  private static func markup(_ document: Span<UInt8>) -> MediaType {
    var scanner = TagScanner(document, limit: prologLength)
    switch scanner.start() {
    case .html: return .html
    case .xml: return scanner.knownTags(within: sampleLength, atLeast: 1) ? .xhtml : .text
    case .other:
      return scanner.knownTags(within: sampleLength, atLeast: tagEvidence) ? .html : .text
    }
  }
}
