import TestSupport
import Testing

@testable import Extraction

struct CorpusTreeTests {
  @Test func corpusIsFound() {
    #expect(CorpusPage.all.count >= 37)
  }

  @Test(arguments: CorpusPage.all)
  func treeOfEveryPageIsWellFormed(_ page: CorpusPage) throws {
    let parsed = try ParsedPage(page.source)
    #expect(parsed.tree.violations.isEmpty)
    #expect(!parsed.tree.blocks.isEmpty)
    #expect(parsed.tree.limits.isEmpty)
  }
}
