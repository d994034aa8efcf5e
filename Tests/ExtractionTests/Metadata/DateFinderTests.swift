import Testing

@testable import Extraction

@Suite struct DateFinderTests {
  @Test func sourcesAreTrustedInOrder() {
    var page = DeclaredPage()
    page.outline.shortTexts = [.init(text: "May 7, 2024", block: 1)]
    #expect(page.metadata.published == "2024-05-07")
    page.declarations.times = [
      TimeDeclaration(datetime: "2024-05-06", text: "", block: 1, hints: "")
    ]
    #expect(page.metadata.published == "2024-05-06")
    page.declarations.url = "https://example.org/2024/05/05/name"
    #expect(page.metadata.published == "2024-05-05")
    page.declarations.properties = [
      PropertyDeclaration(
        name: "datepublished", value: "2024-05-04", text: "", itemType: nil, block: 1)
    ]
    #expect(page.metadata.published == "2024-05-04")
    page.declarations.metas = [MetaDeclaration(name: "date", content: "2024-05-03")]
    #expect(page.metadata.published == "2024-05-03")
    page.declarations.jsonLD = [#"{"@type": "Article", "datePublished": "2024-05-02T08:00:00Z"}"#]
    #expect(page.metadata.published == "2024-05-02T08:00:00Z")
    page.declarations.metas.append(
      MetaDeclaration(name: "article:published_time", content: "2024-05-01"))
    #expect(page.metadata.published == "2024-05-01")
  }

  @Test func updateIsModifiedAndNotPublishedBesideAPublication() {
    var page = DeclaredPage()
    page.outline.shortTexts = [
      .init(text: "Updated June 2, 2024", block: 0), .init(text: "Published", block: 1),
      .init(text: "May 1, 2024", block: 2),
    ]
    #expect(page.metadata.published == "2024-05-01")
    #expect(page.metadata.modified == "2024-06-02")
  }

  @Test func datesFarFromTheTitleAreOtherPages() {
    var page = DeclaredPage()
    page.outline.headings = [.init(level: 1, text: "Title", block: 0)]
    page.outline.shortTexts = [.init(text: "May 1, 2024", block: 90)]
    #expect(page.metadata.published == nil)
  }
}
