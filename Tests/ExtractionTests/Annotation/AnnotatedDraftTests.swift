import Foundation
import TestSupport
import Testing

@testable import Extraction

struct AnnotatedDraftTests {
  /// The draft of a page whose blocks have these roles in turn.
  private static func draft(_ markup: String, _ roles: [Role]) throws -> AnnotatedDraft {
    let page = try ParsedPage(Array(markup.utf8))
    #expect(page.tree.blocks.count == roles.count)
    return DraftWriter.draft(Array(markup.utf8).span, page.tree, roles: roles)
  }

  private static func draft(of page: [UInt8]) -> AnnotatedDraft? {
    Extractor().annotatedDraft(of: page.span)
  }

  private static func text(_ draft: AnnotatedDraft) -> String {
    String(decoding: draft.markup, as: UTF8.self)
  }

  @Test func roleStandsOnTheOutermostElementThatHasNoOther() throws {
    let draft = try Self.draft(
      "<body><ul class=m><li>a<li>b</ul><p id=x>one <b>two</b></p></body>",
      [.navigation, .navigation, .article])
    #expect(
      Self.text(draft)
        == "<body><ul data-role=\"navigation\" class=m><li>a<li>b</ul>"
        + "<p data-role=\"article\" id=x>one <b>two</b></p></body>")
    #expect(draft.unplacedCount == 0)
  }

  @Test func elementInsideAnotherRoleHasItsOwn() throws {
    let draft = try Self.draft(
      "<div>loose text<figure>c</figure></div>", [.article, .caption])
    #expect(
      Self.text(draft)
        == "<div data-role=\"article\">loose text<figure data-role=\"caption\">c</figure></div>")
  }

  @Test func textsThatOneElementCannotTellApartAreCounted() throws {
    let draft = try Self.draft("<div>long article text<br>ad</div>", [.article, .promo])
    #expect(Self.text(draft) == "<div data-role=\"article\">long article text<br>ad</div>")
    #expect(draft.unplacedCount == 1)
  }

  @Test func whatIsNoTextGetsNoRole() throws {
    let markup =
      "<head><title>t</title></head><body><script>x</script><p>a</p><svg><text>s</text></svg><div hidden>h</div></body>"
    let page = try ParsedPage(Array(markup.utf8))
    let draft = DraftWriter.draft(
      Array(markup.utf8).span, page.tree,
      roles: page.tree.blocks.map { page.tree.string(of: $0) == "a" ? .article : .promo })
    #expect(Self.text(draft).components(separatedBy: "data-role").count == 2)
    #expect(Self.text(draft).contains("<body data-role=\"article\">"))
  }

  @Test(arguments: CorpusPage.all.filter { $0.expected.heldOut })
  func draftIsThePageButForItsRoles(_ page: CorpusPage) throws {
    let draft = try #require(Self.draft(of: page.source))
    let text = Self.text(draft)
    var bare = text
    for role in Role.allCases { bare = bare.replacing(" data-role=\"\(role.name)\"", with: "") }
    #expect(bare.utf8.count < text.utf8.count)
    let decoded = try EncodedPage.all().first { $0.name == page.name }
    let source = String(decoding: page.source, as: UTF8.self)
    if decoded?.encoding == nil { #expect(Array(bare.utf8) == Array(source.utf8)) }
    #expect(draft.unplacedCount <= 3)
  }

  @Test(arguments: 0..<20)
  func brokenMarkupKeepsEveryByte(_ seed: UInt64) throws {
    var soup = TagSoup(seed: seed)
    let markup = soup.page(pieces: 300).markup
    let draft = try #require(Self.draft(of: Array(markup.utf8)))
    var bare = Self.text(draft)
    for role in Role.allCases { bare = bare.replacing(" data-role=\"\(role.name)\"", with: "") }
    #expect(bare == markup)
  }

  @Test func noiseIsNoTrouble() {
    var soup = TagSoup(seed: 7)
    for _ in 0..<50 {
      let noise = "<html>" + soup.noise(length: 200)
      _ = Self.draft(of: Array(noise.utf8))
    }
    #expect(Self.draft(of: Array("just text".utf8)) == nil)
  }
}
