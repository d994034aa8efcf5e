import Testing

@testable import Extraction

struct BlockKindTests {
  @Test func headingsHaveTheirLevel() throws {
    let page = try ParsedPage("<h1>a</h1><h3>b <i>c</i></h3><h6>d</h6>")
    #expect(page.kinds == [.heading(level: 1), .heading(level: 3), .heading(level: 6)])
  }

  @Test func listItemsHaveTheirDepthAndNumbering() throws {
    let page = try ParsedPage(
      """
      <ul><li>a<ol><li>b</li><li><p>c</p></li></ol></li></ul>
      <dl><dt>d</dt><dd>e</dd></dl><li>f
      """)
    #expect(page.texts == ["a", "b", "c", "d", "e", "f"])
    #expect(
      page.kinds == [
        .listItem(depth: 1, ordered: false), .listItem(depth: 2, ordered: true),
        .listItem(depth: 2, ordered: true), .listItem(depth: 1, ordered: false),
        .listItem(depth: 1, ordered: false), .listItem(depth: 1, ordered: false),
      ])
  }

  @Test(arguments: [
    ("<blockquote><p>a</p></blockquote>", BlockKind.quote),
    ("<blockquote><div><section>a", .quote),
    ("<figure><figcaption>a", .caption),
    ("<table><caption>a</caption></table>", .caption),
    ("<button>a", .other), ("<label>a", .other), ("<details><summary>a", .other),
    ("<pre>a", .code), ("<xmp>a", .code),
    ("<p>a", .paragraph), ("a", .paragraph), ("<li><article>a", .paragraph),
    ("<table><tr><td>a", .paragraph), ("<h2><a href=/>a", .heading(level: 2)),
  ])
  func kindIsThatOfTheInnermostElementThatHasOne(markup: String, kind: BlockKind) throws {
    #expect(try ParsedPage(markup).kinds == [kind])
  }

  @Test func rowOfADataTableIsOneBlock() throws {
    let page = try ParsedPage(
      "<table><thead><tr><th>Day<th>Price</thead><tr><td>Mon<td><a href=/>1.2</a></tr></table>")
    #expect(page.texts == ["Day\tPrice", "Mon\t1.2"])
    #expect(page.kinds == [.tableRow, .tableRow])
    #expect(page.tree.blocks.map(\.characters) == [8, 6])
    #expect(page.tree.blocks.map(\.linkCharacters) == [0, 3])
    #expect(page.tree.blocks.allSatisfy { page.tree.nodes[Int($0.node)].name == .tr })
    #expect(page.tree.violations.isEmpty)
  }

  @Test(
    arguments: [
      ("<table><tr><td><p>a</p><td>b", ["a", "b"]),
      ("<table><tr><td>a<br>b<td>c", ["a", "b", "c"]),
      ("<table><tr><td>a<td><ul><li>b", ["a", "b"]),
      ("<table><tr><td>\(String(repeating: "a", count: 401))<td>b", nil),
    ] as [(String, [String]?)])
  func rowOfALayoutTableStaysParted(markup: String, texts: [String]?) throws {
    let page = try ParsedPage(markup)
    if let texts { #expect(page.texts == texts) }
    #expect(!page.kinds.contains(.tableRow))
    #expect(page.tree.blocks.count >= 2)
  }

  @Test func tablesInsideALayoutTableStayParted() throws {
    let page = try ParsedPage(
      """
      <table><tr><td><table><tr><td>a<td>b</tr><tr><td>c<td>d</tr></table></td>
      <td><table><tr><td>e</tr><tr><td>f</tr></table></td></tr></table>
      """)
    #expect(page.texts == ["a\tb", "c\td", "e", "f"])
    #expect(page.tree.violations.isEmpty)
  }

  @Test func cellsInAFormInARowAreItsOwn() throws {
    #expect(try ParsedPage("<table><tr><form><td>a<td>b</form></tr></table>").texts == ["a\tb"])
  }

  @Test func signatureIgnoresDigitsOfClasses() throws {
    let page = try ParsedPage(
      "<p class=post-1>a<p class=post-22>b<p class=page>c<p>d<x-a>e</x-a><x-b>f</x-b>")
    let paragraphs = page.nodes(.p).map { page.tree.nodes[$0].signature }
    #expect(paragraphs[0] == paragraphs[1])
    #expect(Set(paragraphs).count == 3)
    let others = page.nodes(.other).map { page.tree.nodes[$0].signature }
    #expect(Set(others).count == 2)
  }

  @Test func hintsComeFromTokensAndNotFromTheBody() throws {
    let page = try ParsedPage(
      "<body class=nav><div class='post-navigation' id=relatedPosts><p role=banner class=c-n>a")
    let div = page.tree.nodes[try #require(page.nodes(.div).first)]
    #expect(div.hints.isSuperset(of: [.navigation, .related, .article]))
    #expect(page.tree.nodes[try #require(page.nodes(.body).first)].hints.isEmpty)
    let paragraph = page.tree.nodes[try #require(page.nodes(.p).first)]
    #expect(paragraph.hints == [.header, .advertisement])
  }
}
