import Testing

@testable import Extraction

struct PageParserTests {
  @Test func contentOfNoscriptIsPartOfThePage() throws {
    let page = try ParsedPage("<noscript><div><p>one <b>two</b></p></div></noscript><p>three")
    #expect(page.texts == ["one two", "three"])
    #expect(page.tree.path(of: page.tree.blocks[0]) == "html/body/noscript/div/p")
  }

  @Test func nodeLimitStopsTheParseAndIsNamed() throws {
    let markup = String(repeating: "<p>x</p>", count: 100)
    let page = try ParsedPage(markup, nodeLimit: 53)
    #expect(page.tree.limits == [.nodes])
    #expect(page.tree.nodes.count == 53)
    #expect(page.texts.count == 50)
    #expect(page.tree.violations.isEmpty)
    #expect(try ParsedPage(markup, nodeLimit: 103).tree.limits.isEmpty)
  }

  @Test func textBelowTheDepthLimitBelongsToTheDeepestElementKept() throws {
    let markup =
      "<p>before</p>" + String(repeating: "<div>", count: 40) + "deep<p>deeper</p>"
      + String(repeating: "</div>", count: 40) + "<p>after</p>"
    let page = try ParsedPage(markup, depthLimit: 20)
    #expect(page.tree.limits == [.depth])
    #expect(page.texts == ["before", "deep", "deeper", "after"])
    #expect(page.tree.nodes.map(\.depth).max() == 20)
    #expect(page.tree.blocks.map { page.tree.nodes[Int($0.node)].depth } == [3, 20, 20, 3])
    #expect(page.tree.violations.isEmpty)
    #expect(try ParsedPage(markup, depthLimit: 43).tree.limits.isEmpty)
  }

  @Test func blocksBelowTheDepthLimitCountAsElements() throws {
    let deep = String(repeating: "<div>", count: 40)
    let paragraphs = String(repeating: "<p>x</p>", count: 50)
    let markup = deep + paragraphs + String(repeating: "</div>", count: 40) + paragraphs
    let page = try ParsedPage(markup, nodeLimit: 90, depthLimit: 20)
    #expect(page.tree.limits == [.depth, .nodes])
    #expect(page.tree.nodes.count == 40)
    #expect(page.texts.count == 69)
    #expect(page.tree.violations.isEmpty)
    // The text of line breaks at the limit stands in the deepest element that is held.
    let lines = String(repeating: "<div>", count: 18) + String(repeating: "a<br>", count: 100)
    #expect(try ParsedPage(lines, nodeLimit: 90, depthLimit: 20).tree.limits == [.depth, .nodes])
    // Elements without text of their own are not held, so they take nothing.
    #expect(try ParsedPage(deep + deep + "x", nodeLimit: 30, depthLimit: 20).texts == ["x"])
  }

  @Test func parserReadsTheNextPageAfterALimit() throws {
    var parser = try PageParser()
    var builder = BlockTreeBuilder()
    builder.begin(nodeLimit: 10, depthLimit: 100)
    parser.parse(String(repeating: "<p>x", count: 100), into: &builder)
    #expect(builder.tree.limits == [.nodes])
    builder.begin(nodeLimit: 1000, depthLimit: 100)
    parser.parse("<title>a</title><p>next", into: &builder)
    #expect(builder.tree.limits.isEmpty)
    #expect(builder.tree.blocks.map { builder.tree.string(of: $0) } == ["next"])
    #expect(builder.declarations.documentTitle == "a")
  }

  @Test func pagesWithNewNamesDoNotConfuseLaterOnes() throws {
    var parser = try PageParser()
    var builder = BlockTreeBuilder()
    for round in 0..<3 {
      builder.begin(nodeLimit: 100_000, depthLimit: 100_000)
      let names = (0..<10_000).map { "<x\(round)-\($0)></x\(round)-\($0)>" }.joined()
      parser.parse("<h2 class=nav>a</h2>" + names, into: &builder)
      #expect(builder.tree.blocks.map(\.kind) == [.heading(level: 2)])
      #expect(builder.tree.nodes.contains { $0.name == .h2 && $0.hints == .navigation })
    }
  }

  @Test func emptyMarkupIsAPageWithoutBlocks() throws {
    let page = try ParsedPage("")
    #expect(page.tree.blocks.isEmpty)
    #expect(page.tree.nodes.count == 1)
    #expect(page.tree.violations.isEmpty)
  }

  @Test func textAfterTheBodyBelongsToIt() throws {
    let page = try ParsedPage("<html><body><p>one</p></body></html><p>two</p>three")
    #expect(page.texts == ["one", "two", "three"])
    #expect(page.tree.blocks.allSatisfy { page.tree.path(of: $0).hasPrefix("html/body") })
  }

  @Test func declarationsOfTheHeadAreRead() throws {
    let page = try ParsedPage(
      """
      <html lang=fi><head><title> a  &amp; b </title><title>c</title>
      <meta property=og:title content=d><meta name=Author content=e><meta name=f>
      <link rel=canonical href=/g><link rel=stylesheet href=/h></head><body>
      <svg><title>i</title></svg><time datetime=2024-01-02>j</time>
      """)
    let declarations = page.builder.declarations
    #expect(declarations.language == "fi")
    #expect(declarations.documentTitle == "a & b")
    #expect(declarations.metas.map(\.name) == ["og:title", "author"])
    #expect(declarations.links.map(\.href) == ["/g"])
    #expect(declarations.times.map(\.datetime) == ["2024-01-02"])
    #expect(declarations.times.map(\.text) == ["j"])
  }
}

extension PageParser {
  /// Parses a page that is reduced first.
  mutating func parse(_ markup: String, into builder: inout BlockTreeBuilder) {
    let page = Array(markup.utf8)
    var reducer = MarkupReducer()
    reducer.reduce(page.span)
    parse(&reducer.skeleton, of: page.span, into: &builder)
  }
}
