import Extraction
import TextCoding

/// A page that a browser saved with its pictures as one MIME message: MHTML (RFC 2557).
struct SavedArchive {
  /// The bytes of the main page.
  private(set) var page: [UInt8] = []
  /// The encoding that the part's header names.
  private(set) var charset: String?
  /// The page's address.
  private(set) var url: String?
  /// Whether the message has its end.
  private(set) var isWhole = false

  /// Why the main page cannot be decoded; `nil` when it can.
  private(set) var fault: (reason: FailureReason, detail: String)?

  private struct Part {
    var fields: HeaderFields
    var body: ArraySlice<UInt8>
  }

  // Messages in messages: browsers write one level, Internet Explorer two.
  private static let maximumDepth = 4
  // Bytes of the header of a message or a part.
  private static let longestHeader = 64 << 10

  /// Whether a document begins with the header of such a message.
  static func begins(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, first > 0x20, first != UInt8(ascii: "<"),
      let (lines, _) = HeaderFields.split(bytes.prefix(longestHeader)),
      lines.allSatisfy({ isField($0) })
    else { return false }
    let fields = HeaderFields(lines)
    return fields.mediaType() == "multipart/related" && fields.parameter("boundary") != nil
  }

  /// Reads the main page of a message; `nil` when it has none.
  init?(_ bytes: [UInt8]) {
    guard let (lines, start) = HeaderFields.split(bytes.prefix(Self.longestHeader)) else {
      return nil
    }
    let fields = HeaderFields(lines)
    guard let part = mainPart(fields, bytes[start...], depth: 0) else { return nil }
    page = decoded(part)
    charset = part.fields.parameter("charset")
    url =
      fields["snapshot-content-location"] ?? part.fields["content-location"]
      ?? fields["content-location"]
    if let text = url, text.utf8.count > Document.longestURL || text.hasPrefix("cid:") { url = nil }
  }

  private mutating func mainPart(
    _ fields: HeaderFields, _ body: ArraySlice<UInt8>, depth: Int
  ) -> Part? {
    guard depth < Self.maximumDepth, let boundary = fields.parameter("boundary") else { return nil }
    let (parts, isWhole) = Self.parts(body, boundary: boundary)
    if depth == 0 { self.isWhole = isWhole }
    for part in Self.ordered(parts, by: fields) {
      let type = part.fields.mediaType() ?? "text/html"
      if type == "text/html" || type == "application/xhtml+xml" { return part }
      if type.hasPrefix("multipart/"),
        let inner = mainPart(part.fields, part.body, depth: depth + 1)
      {
        return inner
      }
    }
    return nil
  }

  /// The parts with the one first that the message names as its start.
  private static func ordered(_ parts: [Part], by fields: HeaderFields) -> [Part] {
    let start = fields.parameter("start")
    let location = fields["snapshot-content-location"] ?? fields["content-location"]
    let main = parts.firstIndex { part in
      (start != nil && part.fields["content-id"] == start)
        || (start == nil && location != nil && part.fields["content-location"] == location)
    }
    guard let main else { return parts }
    return [parts[main]] + parts[..<main] + parts[(main + 1)...]
  }

  private static func parts(
    _ body: ArraySlice<UInt8>, boundary: String
  ) -> (parts: [Part], isWhole: Bool) {
    let delimiter = Array("--\(boundary)".utf8)
    var parts: [Part] = []
    var partStart: Int?
    var next = body.startIndex
    while let found = ByteSearch.lineStart(of: delimiter, in: body, from: next) {
      if let partStart { append(body[partStart..<found], to: &parts) }
      let after = found + delimiter.count
      if body[after...].starts(with: "--".utf8) { return (parts, true) }
      guard let feed = body[after...].firstIndex(of: 0x0A) else { return (parts, false) }
      partStart = feed + 1
      next = feed + 1
    }
    if let partStart { append(body[partStart...], to: &parts) }
    return (parts, false)
  }

  private static func append(_ bytes: ArraySlice<UInt8>, to parts: inout [Part]) {
    guard let (lines, start) = HeaderFields.split(bytes.prefix(longestHeader)) else { return }
    // The line break before a delimiter belongs to it.
    var body = bytes[start...]
    if body.last == 0x0A { body = body.dropLast() }
    if body.last == 0x0D { body = body.dropLast() }
    parts.append(Part(fields: HeaderFields(lines), body: body))
  }

  /// The bytes of a part; none, and the fault, when they cannot be told.
  private mutating func decoded(_ part: Part) -> [UInt8] {
    let encoding = part.fields["content-transfer-encoding"]?.lowercased() ?? ""
    switch encoding {
    case "quoted-printable": return QuotedPrintable.decode(part.body)
    case "base64":
      if let bytes = Base64.decode(part.body, mayBeCut: true) { return bytes }
      fault = (.corrupt, "the page is not Base64")
    case "", "7bit", "8bit", "binary": return Array(part.body)
    default: fault = (.unsupportedEncoding, "transfer encoding \(encoding.prefix(32))")
    }
    return []
  }

  /// Whether a line is `Name: value` or goes on with one.
  private static func isField(_ line: ArraySlice<UInt8>) -> Bool {
    if line.first == 0x20 || line.first == 0x09 { return true }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
      return false
    }
    return line[..<colon].allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }
}
