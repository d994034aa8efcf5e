import TestSupport
import Testing

@testable import Extraction

struct HostileMarkupTests {
  @Test(arguments: 0..<40)
  func treeOfTagSoupIsWellFormed(seed: Int) throws {
    var soup = TagSoup(seed: UInt64(seed))
    let elements = TagSoup.plainElements + ["svg", "select", "template", "script", "textarea"]
    let page = try ParsedPage(soup.page(pieces: 400, elements: elements).markup)
    #expect(page.tree.violations.isEmpty)
  }

  @Test(arguments: 0..<40)
  func noWordOfTagSoupIsLost(seed: Int) throws {
    var soup = TagSoup(seed: UInt64(1000 + seed))
    let (markup, words) = soup.page(pieces: 400)
    let page = try ParsedPage(markup)
    #expect(
      page.texts.flatMap { $0.split(whereSeparator: \.isWhitespace) }.map(String.init) == words)
  }

  @Test(arguments: 0..<40)
  func noiseIsReadToItsEnd(seed: Int) throws {
    var soup = TagSoup(seed: UInt64(2000 + seed))
    let page = try ParsedPage(soup.noise(length: 600))
    #expect(page.tree.violations.isEmpty)
  }

  @Test func strayEndTagsDoNotReachTheParse() {
    #expect(reduced("<b>a</i></i></u>b</b></b>c</p>d") == "<b>ab</b>c<p></p>d")
  }

  @Test func endTagDoesNotLeaveItsTableCell() {
    let page = "<div><table><tr><td>a</div>b</td></tr></table></div>"
    #expect(reduced(page) == "<div><table><tr><td>ab</td></tr></table></div>")
  }

  @Test func nothingIsLostPastAnyDepth() throws {
    let page = try ParsedPage(
      String(repeating: "<div>", count: 5000) + "bottom"
        + String(repeating: "</div>", count: 5000) + "<p>after")
    #expect(page.texts == ["bottom", "after"])
    #expect(page.nodes(.div).count == OpenElements.largestDepth)
    #expect(page.tree.violations.isEmpty)
    #expect(page.tree.limits.isEmpty)
  }

  @Test(arguments: [
    ("<b>", 50), ("<div>x", 50), ("<b><p>x", 50), ("<ul><li>x", 50), ("<table><tr><td>x<td>y", 50),
    ("<a href=/>x", 200), ("</p>", 200), ("<p>x</p>", 200), ("<select><input>x", 50),
    ("<svg><p>x", 200), ("<h1><h2>x", 50), ("<time>x", 50), ("<form>x", 50), ("&lt;<", 200),
  ])
  func blocksGrowWithThePage(piece: String, count: Int) throws {
    let small = try ParsedPage(String(repeating: piece, count: count))
    let large = try ParsedPage(String(repeating: piece, count: 4 * count))
    #expect(large.tree.nodes.count <= 4 * small.tree.nodes.count)
    #expect(large.tree.blocks.count <= 4 * (small.tree.blocks.count + 1))
    #expect(large.tree.violations.isEmpty)
  }

  @Test func manyAttributesOfOneNameAreOne() throws {
    let page = try ParsedPage(
      "<p " + String(repeating: "class=nav x=1 ", count: 20_000) + ">text</p>")
    #expect(page.texts == ["text"])
    #expect(page.tree.nodes[try #require(page.nodes(.p).first)].hints == .navigation)
  }
}
