import Testing

@testable import Extraction

@Suite struct TitleFinderTests {
  private func title(
    document: String?, openGraph: String? = nil, headings: [String], site: String? = nil
  ) -> String? {
    var page = DeclaredPage()
    page.declarations.url = "https://www.example-news.co.uk/a"
    page.declarations.documentTitle = document
    if let openGraph {
      page.declarations.metas.append(MetaDeclaration(name: "og:title", content: openGraph))
    }
    if let site {
      page.declarations.metas.append(MetaDeclaration(name: "og:site_name", content: site))
    }
    page.outline.headings = headings.enumerated().map { .init(level: 1, text: $1, block: $0) }
    return page.metadata.title
  }

  @Test func headingThatAgreesComesFirst() {
    #expect(
      title(document: "Cats and dogs | Daily", headings: ["Why cats and dogs agree"])
        == "Why cats and dogs agree")
  }

  @Test func sloganGivesWayToTheDeclaredTitle() {
    #expect(
      title(document: "Payroll software | Acme", headings: ["Get things done today"], site: "Acme")
        == "Payroll software")
  }

  @Test func siteNameAsHeadingIsPassedOver() {
    let headings = ["Acme Blog", "Defer and recover"]
    #expect(
      title(document: "Defer and recover - Acme Blog", headings: headings) == "Defer and recover")
    #expect(
      title(document: "Defer and recover - Acme Blog", headings: ["Acme Blog"])
        == "Defer and recover")
  }

  @Test(arguments: [
    "Headline here | Acme Times", "Headline here - Acme Times", "Acme Times | Headline here",
    "Headline here – Acme Times", "Headline here :: Acme Times", "Headline here｜Acme Times",
  ])
  func siteNameIsCutFromEitherEnd(document: String) {
    #expect(title(document: document, headings: [], site: "Acme Times") == "Headline here")
  }

  @Test func unconfirmedTitleEndsAtItsFirstBar() {
    #expect(
      title(document: "Best small vans | Hire | Prices today", headings: []) == "Best small vans")
  }

  @Test func hostGivesTheSiteNameToCut() {
    #expect(title(document: "War - and peace - Example News", headings: []) == "War - and peace")
  }

  @Test func dashInsideTheHeadlineStays() {
    #expect(
      title(document: "Summer - a short story", headings: ["Summer - a short story"])
        == "Summer - a short story")
  }

  @Test func headingLosesItsLinkMark() {
    #expect(title(document: "Lists — Manual", headings: ["Lists¶"]) == "Lists")
  }

  @Test func pageWithoutTitleHasNone() {
    #expect(title(document: nil, headings: []) == nil)
  }

  /// Splitting the title anew for each heading would take minutes here.
  @Test(.timeLimit(.minutes(1))) func manyHeadingsAndALongTitleAreReadInTime() {
    let long = String(repeating: "a - b | c é ", count: 20_000)
    let headings = (0..<5_000).map { "Unrelated heading number \($0)" }
    #expect(title(document: long, openGraph: long, headings: headings)?.utf8.count ?? 0 <= 1_024)
  }

  @Test(arguments: [1_023, 1_024, 1_025, 3_000])
  func longTitleIsCutAtAWholeCharacter(count: Int) {
    let title = String(repeating: "é", count: count)
    let cut = DeclaredTitle.cut(title)
    #expect(cut.utf8.count <= 1_024)
    #expect(cut == title.prefix(512))
  }
}
