import Extraction

/// Makes documents of the records of a WARC.
struct WARCPageReader: ~Copyable {
  /// What a record turned out to be.
  enum Found {
    /// A page, or what stands for one that cannot be read.
    case page(ContainerPage)
    /// A record of another kind.
    case otherRecord
    /// A response or resource without a page in it.
    case otherContent
  }

  private let container: String
  private let limits: IntakeLimits
  private var body: BodyDecoder

  /// A reader of the records of the file of that name.
  init(container: String, limits: IntakeLimits) {
    self.container = container
    self.limits = limits
    body = BodyDecoder(limits: limits)
  }

  /// The page in a record, if there is one.
  mutating func page(_ record: WARCRecord, ordinal: Int) -> Found {
    let message: HTTPMessage
    switch record.header["warc-type"]?.lowercased() {
    case "response": message = HTTPMessage(response: record)
    case "resource": message = HTTPMessage(resource: record)
    default: return .otherRecord
    }
    let kind = DeclaredContent(message.fields.mediaType())
    guard kind != .other, !message.payload.isEmpty || record.damage != nil else {
      return .otherContent
    }
    let source = source(record, message, ordinal: ordinal)
    let id = DocumentName.identifier(of: container, ordinal: ordinal)
    guard record.block.count <= limits.fileBytes else {
      var source = source
      source.byteCount = record.byteCount
      source.sha256 = ""
      return .page(
        ContainerPage(
          ordinal: ordinal,
          document: .failure(
            FailedDocument(id: id, source: source, reason: .tooLarge, limits: [.inputBytes]))))
    }
    let decoded = body.decode(message)
    let charset = message.fields.parameter("charset")
    if kind == .unknown, !ContentKind.isMarkup(decoded.bytes.span, charset: charset) {
      return .otherContent
    }
    return .page(
      ContainerPage(
        ordinal: ordinal, document: document(id, source, record, message, decoded)))
  }

  private func document(
    _ id: String, _ source: SourceDescription, _ record: WARCRecord, _ message: HTTPMessage,
    _ decoded: BodyDecoder.Output
  ) -> Result<Document, FailedDocument> {
    var (reason, detail) = (record.damage ?? decoded.reason, decoded.detail)
    if reason == nil, let truncation = record.header["warc-truncated"] {
      (reason, detail) = (.truncated, "the crawler cut it: \(truncation.prefix(32))")
    }
    if reason == nil, record.header["warc-segment-number"] == "1" {
      (reason, detail) = (.truncated, "the first segment of several, which are not joined")
    }
    if reason == nil, let label = record.header["warc-payload-digest"],
      let fits = PayloadDigest(label)?.fits([message.payload, decoded.transferred]), !fits
    {
      (reason, detail) = (.corrupt, "the payload digest does not fit")
    }
    guard !decoded.bytes.isEmpty else {
      return .failure(
        FailedDocument(
          id: id, source: source, reason: reason ?? .emptyInput, limits: decoded.limits,
          detail: detail))
    }
    var document = Document(
      id: id, bytes: decoded.bytes, source: source, reason: reason, limits: decoded.limits)
    document.charset = message.fields.parameter("charset")
    document.isDeclaredHTML = DeclaredContent(message.fields.mediaType()) == .page
    document.detail = detail
    return .success(document)
  }

  private func source(
    _ record: WARCRecord, _ message: HTTPMessage, ordinal: Int
  ) -> SourceDescription {
    let identifier = record.header["warc-record-id"].map(Self.unbracketed) ?? "\(ordinal)"
    let url = record.header["warc-target-uri"].map(Self.unbracketed)
    return SourceDescription(
      name: container + "#" + String(identifier.prefix(Self.longestIdentifier)),
      byteCount: message.payload.count, sha256: SourceDigest.hexadecimal(of: message.payload),
      modified: record.header["warc-date"].flatMap(Self.date),
      url: url.flatMap { $0.utf8.count <= Document.longestURL ? $0 : nil })
  }

  /// What WARC 1.0 writes between angle brackets.
  private static func unbracketed(_ text: String) -> String {
    text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
  }

  /// A date of WARC in whole seconds; 1.1 has fractions of them, and dates without a time.
  private static func date(_ text: String) -> String? {
    let shape = "dddd-dd-ddTdd:dd:dd"
    let seconds = text.prefix(shape.count)
    guard seconds.count == shape.count, text.hasSuffix("Z"),
      zip(seconds.utf8, shape.utf8).allSatisfy({ byte, form in
        form == UInt8(ascii: "d") ? (0x30...0x39).contains(byte) : byte == form
      })
    else { return nil }
    return seconds + "Z"
  }

  // Bytes of an identifier: a UUID has 45 as a URN.
  private static let longestIdentifier = 256
}
