import TestSupport
import Testing

@testable import Extraction

/// The corpus has pages in nine encodings; their annotated form, in UTF-8, says what they read.
struct EncodedCorpusTests {
  private func mask(_ word: String, in page: [UInt8]) -> [UInt8] {
    var page = page
    let word = Array(word.utf8)
    for start in 0..<max(0, page.count - word.count)
    where page[start..<(start + word.count)].elementsEqual(word) {
      page[start] = UInt8(ascii: "x")
    }
    return page
  }

  @Test func corpusHasPagesInLegacyEncodings() throws {
    let encodings = try EncodedPage.all().compactMap(\.encoding)
    #expect(Set(encodings).count >= 8)
  }

  @Test(arguments: try EncodedPage.all())
  func decodedPageIsItsAnnotatedText(page: EncodedPage) throws {
    let decision = EncodingSniffer().decide(page.source.span)
    #expect(!decision.declaredWrong)
    let read = text(page.source, as: decision.encoding)
    #expect(read == page.annotated.replacing(#/ data-role="[a-z]+"/#, with: ""))
  }

  @Test(arguments: try EncodedPage.all().filter { $0.encoding != nil }, [nil, "utf-8", "latin1"])
  func encodingIsFoundWithoutDeclaration(page: EncodedPage, charset: String?) {
    let declared = EncodingSniffer().decide(page.source.span).encoding
    let page = mask("charset", in: page.source)
    #expect(EncodingSniffer().decide(page.span, charset: charset).encoding == declared)
  }

  @Test(arguments: try EncodedPage.all(), ["windows-1251", "gbk", "latin1", "shift_jis"])
  func utf8IsFoundUnderAWrongDeclaration(page: EncodedPage, charset: String) {
    let page = Array(page.annotated.utf8)
    let decision = EncodingSniffer().decide(page.span, charset: charset)
    guard !decision.inspection.isASCII, decision.inspection.multibyteSequences > 2 else { return }
    #expect(decision.encoding == .utf8)
    #expect(decision.declaredWrong)
  }
}
