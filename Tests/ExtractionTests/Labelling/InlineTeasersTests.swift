import Testing

@testable import Extraction

struct InlineTeasersTests {
  private static let prose = String(
    repeating: "The river moves east past the old town again. ", count: 8)

  /// The roles of the blocks of an article, all of them taken for article before.
  private func roles(_ line: String) throws -> [Role] {
    let page = try ParsedPage("<article><p>\(Self.prose)</p>\(line)<p>\(Self.prose)</p></article>")
    var roles = [Role](repeating: .article, count: page.tree.blocks.count)
    InlineTeasers.relabel(&roles, page.tree, page.features)
    return roles
  }

  @Test func linkBetweenParagraphsIsRelated() throws {
    #expect(
      try roles("<p><a href=/b>Ferry line to close for the winter</a></p>")
        == [.article, .related, .article])
  }

  @Test(arguments: [
    "<p>Ferry line to close for the winter</p>",
    "<p>Read how <a href=/b>the ferry line</a> will close for the winter</p>",
    "<p><a href=/b>The ferry line will close for the winter.</a></p>",
    "<h2><a href=/b>Ferry line to close for the winter</a></h2>",
    "<p><a href=/b>Ferry line</a></p>",
  ])
  func otherLinesStayArticle(line: String) throws {
    #expect(try roles(line) == [.article, .article, .article])
  }
}
