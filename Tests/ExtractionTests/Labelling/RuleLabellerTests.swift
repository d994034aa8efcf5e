import Testing

@testable import Extraction

struct RuleLabellerTests {
  private static let prose = String(
    repeating: "The river moves east past the old town again. ", count: 8)

  private func roles(_ markup: String) throws -> [String: Role] {
    let page = try ParsedPage(markup)
    let labels = PageLabeller().ruleLabels(page.tree, page.features)
    return Dictionary(zip(page.texts, labels.roles)) { first, _ in first }
  }

  private static let page = """
    <title>River moves east - The Paper</title><body>
    <div class=stock-ticker><span>ACME 12.3</span></div>
    <nav><a href=/>Home</a><a href=/a>World</a></nav>
    <main><article><h1>River moves east</h1>
    <p class=byline>By Ann Example</p><p>\(prose)</p>
    <figure><img><figcaption>The river today</figcaption></figure>
    <p>\(prose)</p><div class=share>Share this</div>
    <div class=related><a href=/b>Another story of a river that moved</a></div><p>\(prose)</p></article>
    <div class=comments><p>Nice one</p></div></main>
    <div class=cookie-banner>We use cookies</div><footer><p>© The Paper</p></footer>
    """

  @Test(arguments: [
    ("ACME 12.3", Role.ticker), ("Home World", .navigation), ("River moves east", .title),
    ("By Ann Example", .byline), ("The river today", .caption),
    ("Share this", .promo), ("Another story of a river that moved", .related),
    ("Nice one", .comment), ("We use cookies", .promo), ("© The Paper", .other),
    (prose.trimmingSpaces, .article),
  ])
  func partsOfAnArticlePageHaveTheirRoles(text: String, role: Role) throws {
    #expect(try roles(Self.page)[text] == role)
  }

  @Test func scoresAreProbabilities() throws {
    let page = try ParsedPage(Self.page)
    let labels = PageLabeller().ruleLabels(page.tree, page.features)
    #expect(labels.scores.count == page.tree.blocks.count)
    #expect(labels.roles.count == page.tree.blocks.count)
    #expect(labels.scores.allSatisfy { (0...1).contains($0) })
    #expect((0.5...1).contains(labels.confidence))
  }

  @Test func topHeadingIsTheTitleWhereNoneAgreesWithTheDocument() throws {
    let roles = try roles(
      "<title>x</title><h2>Not this</h2><h1>But this</h1><p>\(Self.prose)<p>\(Self.prose)")
    #expect(roles["But this"] == .title)
    #expect(roles["Not this"] != .title)
  }

  @Test func pageOfAFewWordsHasNoArticle() throws {
    let roles = try roles("<p>Home</p><p>Please switch on scripts to read this page.</p>")
    #expect(roles.values.allSatisfy { $0 != .article })
  }

  @Test func classesAloneDoNotMakeAPageEmpty() throws {
    let roles = try roles(
      "<div class='comment sidebar promo'><p>\(Self.prose)<p>\(Self.prose)</div>")
    #expect(roles[Self.prose.trimmingSpaces] == .article)
  }
}

extension String {
  /// The text without the space at its end.
  fileprivate var trimmingSpaces: String { hasSuffix(" ") ? String(dropLast()) : self }
}
