import Extraction

/// Reads the pages of lines of JSON: `{"id": …, "url": …, "html": …}`, an object a line.
///
/// A line that is no such object is a page that failed; those after it are read.
final class LineReader: PageSource {
  // Bytes of an identifier: what a file name with its folders has.
  private static let longestID = 4096
  // Bytes of the name of an encoding, of which the longest have some 20.
  private static let longestCharset = 256

  private let container: String
  private let limits: IntakeLimits
  private var window: StreamWindow
  private var lineNumber = 0
  var summary = ContainerSummary()

  /// A reader of lines.
  ///
  /// - Parameters:
  ///   - stream: The decompressed bytes.
  ///   - container: The file's name.
  ///   - limits: The limits of pages.
  init(_ stream: consuming MemberStream, container: String, limits: IntakeLimits) {
    window = StreamWindow(stream)
    self.container = container
    self.limits = limits
  }

  var step: (Int) -> Void {
    get { window.step }
    set { window.step = newValue }
  }

  var storedByteCount: Int { window.storedByteCount }
  var sha256: String { window.sha256 }

  func next() throws(IntakeError) -> ContainerPage? {
    while let (line, followsGap) = try nextLine() {
      lineNumber += 1
      // Blank lines lie by the hundred thousand in a piece.
      step(storedByteCount)
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      // The rest of a line whose beginning is lost is no page that failed, but a line may be whole there.
      if followsGap, (try? PageLine(line)) == nil { continue }
      summary.pages += 1
      return ContainerPage(ordinal: summary.pages, document: document(line))
    }
    if let limit = window.limit { summary.limits.append(limit) }
    return nil
  }

  /// The next line, one byte beyond the limit at most, and whether bytes are missing before it.
  private func nextLine() throws(IntakeError) -> (line: [UInt8], followsGap: Bool)? {
    var line: [UInt8] = []
    var followsGap = false
    while true {
      let feed = window.distance(to: 0x0A)
      let count = feed ?? window.available
      let kept = min(count, max(0, limits.fileBytes + 1 - line.count))
      line.append(contentsOf: window.bytes[window.start..<window.start + kept])
      window.pass(feed == nil ? count : count + 1)
      if feed != nil { return (line, followsGap) }
      if try window.fill() { continue }
      guard case .damage(let reason) = window.barrier else {
        return line.isEmpty ? nil : (line, followsGap)
      }
      // What is left of this line is lost.
      summary.note(reason)
      window.passDamage()
      line = []
      followsGap = true
    }
  }

  private func document(_ line: [UInt8]) -> Result<Document, FailedDocument> {
    let source = SourceDescription(
      name: "\(container)#\(lineNumber)", byteCount: line.count,
      sha256: SourceDigest.hexadecimal(of: line))
    let id = DocumentName.identifier(of: container, ordinal: summary.pages)
    guard line.count <= limits.fileBytes else {
      var source = source
      source.sha256 = ""
      return .failure(
        FailedDocument(id: id, source: source, reason: .tooLarge, limits: [.inputBytes]))
    }
    do throws(PageLineError) {
      let page = try PageLine(line)
      let name = Self.text(page.id, limit: Self.longestID) ?? id
      return result(page, id: name, source)
    } catch {
      return .failure(
        FailedDocument(
          id: Self.text(error.id, limit: Self.longestID) ?? id, source: source, reason: .corrupt,
          detail: "line \(lineNumber): \(Self.words(error.fault))"))
    }
  }

  private func result(
    _ page: PageLine, id: String, _ source: SourceDescription
  ) -> Result<Document, FailedDocument> {
    var source = source
    source.url = Self.text(page.url, limit: Document.longestURL)
    guard !page.bytes.isEmpty else {
      return .failure(FailedDocument(id: id, source: source, reason: .emptyInput))
    }
    var document = Document(id: id, bytes: page.bytes, source: source)
    document.charset = Self.text(page.charset, limit: Self.longestCharset)
    document.isDeclaredHTML = true
    return .success(document)
  }

  /// A text of a line, or `nil` for one that is empty or too long.
  private static func text(_ text: String?, limit: Int) -> String? {
    guard let text, !text.isEmpty, text.utf8.count <= limit else { return nil }
    return text
  }

  private static func words(_ fault: PageLineError.Fault) -> String {
    switch fault {
    case .syntax: "no JSON object"
    case .noPage, .notOneString: "neither html nor html_base64"
    case .base64: "html_base64 is not base 64"
    }
  }
}
