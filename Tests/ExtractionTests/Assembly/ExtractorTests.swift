import Testing

@testable import Extraction

struct ExtractorTests {
  private static let prose = Array(
    repeating: "The river moves east past the old town again.", count: 8
  )
  .joined(separator: " ")

  private func record(
    _ page: [UInt8], options: ExtractionOptions = ExtractionOptions(),
    context: PageContext = PageContext()
  ) -> Record {
    let source = SourceDescription(name: "a.html", byteCount: page.count, sha256: "")
    return Extractor(options: options).record(
      of: page.span, id: "a", source: source, context: context)
  }

  private func record(_ page: String, options: ExtractionOptions = ExtractionOptions()) -> Record {
    record(Array(page.utf8), options: options)
  }

  @Test func pageThatIsGivenAwayHasTheSameRecord() {
    // Beyond 8 MiB a page's bytes and the buffers are given back while it is read.
    let comment = "<!--" + String(repeating: "-x", count: 5 << 20) + "-->"
    let cyrillic = Array("<meta charset=windows-1251><p>".utf8) + [0xCF, 0xF0, 0xE8]
    let extractor = Extractor()
    for page in [
      [], [0x89, 0x50, 0x4e, 0x47], Array("<p>\(Self.prose)".utf8), cyrillic,
      Array("<p>\(Self.prose)</p>\(comment)<p>After it. \(Self.prose)".utf8),
      Array("\(Self.prose)\n\nShort\n\n\(Self.prose)".utf8),
    ] as [[UInt8]] {
      let source = SourceDescription(name: "a.html", byteCount: page.count, sha256: "")
      let lent = extractor.record(of: page.span, id: "a", source: source)
      let given = extractor.record(of: page, id: "a", source: source)
      #expect(given == lent)
    }
  }

  @Test func emptyInputIsEmpty() {
    let record = record([])
    #expect(record.status == .empty)
    #expect(record.reason == .emptyInput)
    #expect(record.blocks.isEmpty)
  }

  @Test(
    arguments: [
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], Array("%PDF-1.7\n".utf8),
      (0..<400).map { UInt8($0 % 8) },
    ] as [[UInt8]])
  func binaryFails(_ page: [UInt8]) {
    let record = record(page)
    #expect(record.status == .failed)
    #expect(record.reason == .unsupported)
  }

  @Test func pageWithoutABodyIsEmpty() {
    let record = record("<!doctype html><html><head><title>Only this</title></head></html>")
    #expect(record.status == .empty)
    #expect(record.reason == .noContent)
    #expect(record.text.isEmpty)
  }

  @Test func invalidBytesAreReplaced() {
    let page =
      Array("<meta charset=utf-8><p>\(Self.prose)</p><p>".utf8) + [0xff, 0xfe, 0x41]
      + Array(" and \(Self.prose)</p>".utf8)
    let record = record(page)
    #expect(record.status == .ok)
    #expect(record.text.contains("A and The river"))
  }

  @Test func lineOfFiveMegabytesIsReadWhole() {
    let words = Array(repeating: "word", count: 1_000_000).joined(separator: " ")
    let record = record("<p>\(words)</p>")
    #expect(record.status == .ok)
    #expect(record.blocks.count == 1)
    #expect(record.text.utf8.count == words.utf8.count)
    #expect(record.wordCounts[Int(Role.article.rawValue)] == 1_000_000)
  }

  @Test(arguments: [(20_000, 0), (200_000, 1000)])
  func noTextIsLostInDeepNesting(depth: Int, limit: Int) {
    var options = ExtractionOptions()
    options.roles = Set(Role.allCases)
    options.usesModel = false
    if limit == 0 { options.depthLimit = depth + 10 } else { options.depthLimit = limit }
    let tags = String(repeating: "<div>", count: 100)
    let page = String(repeating: tags + "x", count: depth / 100)
    let record = record(page, options: options)
    #expect(record.limits == [.depth])
    #expect(record.blocks.count == depth / 100)
  }

  @Test(arguments: [
    ("<!doctype html><p>a", "text/html"), ("<html><body>a", "text/html"),
    ("Plain words.", "text/plain"),
    ("a < b and c > d", "text/plain"), ("<p>a</p><p>b</p><div><a href=/>c</a></div>", "text/html"),
  ])
  func contentTellsTextFromMarkup(page: String, type: String) {
    #expect(record(page).source.mediaType == type)
  }

  @Test func contextOverrulesTheContent() {
    let page = Array("<!doctype html><p>\(Self.prose)".utf8)
    let asText = record(page, context: PageContext(mediaType: .text))
    #expect(asText.source.mediaType == "text/plain")
    #expect(asText.text.hasPrefix("<!doctype html><p>The river"))
    var options = ExtractionOptions()
    options.roles = Set(Role.allCases)
    let asMarkup = record(
      Array("\(Self.prose)<br>\(Self.prose)".utf8), options: options,
      context: PageContext(mediaType: .html))
    #expect(asMarkup.blocks.map(\.text) == [Self.prose, Self.prose])
  }

  @Test func textHoldsParagraphsPartedByAnEmptyLine() {
    let record = record("<h1>Title</h1><p>\(Self.prose)</p><br><p>\(Self.prose)</p>")
    #expect(record.text == "\(Self.prose)\n\n\(Self.prose)")
    #expect(record.blocks.map(\.role) == [.title, .article, .article])
    #expect(record.wordCounts[Int(Role.title.rawValue)] == 1)
  }

  @Test func rolesAndPathsAreOnRequest() {
    var options = ExtractionOptions()
    options.roles = [.navigation]
    options.includesPaths = true
    let record = record(
      "<nav><a href=/>Home</a></nav><main><p>\(Self.prose)</main>", options: options)
    #expect(record.blocks.map(\.text) == ["Home"])
    #expect(record.blocks.map(\.path) == ["html/body/nav"])
    #expect(record.text == Self.prose)
  }

  @Test func nextPageKnowsNothingOfTheOneBefore() {
    let extractor = Extractor()
    let source = SourceDescription(name: "a", byteCount: 0, sha256: "")
    func read(_ page: String) -> Record {
      extractor.record(of: Array(page.utf8).span, id: "a", source: source)
    }
    let first = read("<title>One</title><p>\(Self.prose)")
    _ = read(String(repeating: "<ul><li><a href=/>x</a>", count: 500))
    _ = read("Plain text.")
    #expect(read("<title>One</title><p>\(Self.prose)") == first)
  }
}
