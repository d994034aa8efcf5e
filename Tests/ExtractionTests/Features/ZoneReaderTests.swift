import Testing

@testable import Extraction

struct ZoneReaderTests {
  private static let prose = "<p>" + String(repeating: "plain words of an article ", count: 20)

  private func zones(of text: String, in markup: String) throws -> Zones {
    let page = try ParsedPage(markup + Self.prose)
    let block = try #require(page.block(text))
    return page.features.zones.zones(of: Int(page.tree.blocks[block].leaf))
  }

  @Test(
    arguments: [
      ("<nav><ul><li>x</ul></nav>", Zones.navigation), ("<footer>x</footer>", .footer),
      ("<aside>x</aside>", .aside), ("<marquee>x</marquee>", .ticker),
      ("<div class=comment-list><p>x</div>", .comment), ("<div id=cookieBar>x</div>", .consent),
      ("<div class=stock-ticker>x</div>", .ticker), ("<p class=byline>x</p>", .byline),
      ("<figure><figcaption>x</figcaption></figure>", [.figure, .caption]),
      ("<div class='xx-related'><aside>x</aside></div>", [.related, .aside]),
      ("<p hidden>x</p>", .hidden), ("<header>x</header>", .header),
    ] as [(String, Zones)])
  func markupTellsZones(markup: String, zones: Zones) throws {
    #expect(try self.zones(of: "x", in: markup) == zones)
  }

  @Test func headerOfAnArticleIsItsOwn() throws {
    #expect(try zones(of: "x", in: "<article><header>x</header></article>") == .article)
    #expect(try zones(of: "x", in: "<aside><article>x</article></aside>") == .article)
  }

  @Test func classOfTheLargestPartSaysNothing() throws {
    let page = try ParsedPage("<div class=sidebar>" + Self.prose + "</div><p>x")
    #expect(page.features.zones.zones(of: try #require(page.nodes(.div).first)).isEmpty)
  }
}
