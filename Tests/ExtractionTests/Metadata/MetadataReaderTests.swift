import Testing

@testable import Extraction

@Suite struct MetadataReaderTests {
  @Test func siteComesFromOpenGraphThenPublisherThenTitle() {
    var page = DeclaredPage()
    page.declarations.url = "https://www.acmetimes.com/a"
    page.declarations.documentTitle = "Headline here | Acme Times"
    #expect(page.metadata.site == "Acme Times")
    page.declarations.jsonLD = [#"{"@type": "Article", "publisher": {"name": "Acme Group"}}"#]
    #expect(page.metadata.site == "Acme Group")
    page.declarations.metas = [MetaDeclaration(name: "og:site_name", content: "Acme")]
    #expect(page.metadata.site == "Acme")
  }

  @Test(
    arguments: [
      ("en_us", "en-US"), ("EN", "en"), ("zh-hant-tw", "zh-Hant-TW"), ("pt-BR,en", "pt-BR"),
      ("sr_latn", "sr-Latn"), ("es-419", "es-419"), ("english", nil), ("", nil),
      ("de_DE.UTF-8", "de-DE"),
    ] as [(String, String?)])
  func languageTagIsNormalised(tag: String, expected: String?) {
    #expect(LanguageFinder.normalized(tag) == expected)
  }

  @Test func languageFallsBackToLinkedDataAndLocale() {
    var page = DeclaredPage()
    page.declarations.metas = [MetaDeclaration(name: "og:locale", content: "nb_NO")]
    #expect(page.metadata.language == "nb-NO")
    page.declarations.jsonLD = [#"{"@type": "Article", "inLanguage": "sv"}"#]
    #expect(page.metadata.language == "sv")
    page.declarations.language = "da"
    #expect(page.metadata.language == "da")
  }

  @Test func canonicalSkipsRelativeAddresses() {
    var page = DeclaredPage()
    page.declarations.links = [LinkDeclaration(rel: "canonical", href: "/a")]
    #expect(page.metadata.canonical == nil)
    page.declarations.metas = [MetaDeclaration(name: "og:url", content: "https://example.org/b")]
    #expect(page.metadata.canonical == "https://example.org/b")
    page.declarations.links = [LinkDeclaration(rel: "canonical", href: "https://example.org/a")]
    #expect(page.metadata.canonical == "https://example.org/a")
  }

  @Test(arguments: [
    #""https://e.org/a.jpg""#, #"{"url": "https://e.org/a.jpg"}"#, #"["https://e.org/a.jpg", "b"]"#,
    ##"[{"@id": "https://e.org/#i"}]}, {"@id": "https://e.org/#i", "url": "https://e.org/a.jpg", "x": 1"##,
  ])
  func linkedDataImageIsReadInAllShapes(image: String) {
    var page = DeclaredPage()
    page.declarations.jsonLD = [#"[{"@type": "Article", "image": \#(image)}]"#]
    #expect(page.metadata.image == "https://e.org/a.jpg")
  }

  @Test func keywordsAreSplitAndUnique() {
    var page = DeclaredPage()
    page.declarations.metas = [
      MetaDeclaration(name: "keywords", content: "Cats, dogs;cats"),
      MetaDeclaration(name: "article:tag", content: "Dogs"),
      MetaDeclaration(name: "article:section", content: "Pets"),
    ]
    page.declarations.jsonLD = [
      #"{"@type": "Article", "keywords": ["birds"], "articleSection": "Pets"}"#
    ]
    #expect(page.metadata.tags == ["birds", "Dogs", "Cats"])
    #expect(page.metadata.categories == ["Pets"])
  }

  @Test func licenceOfThePageComesBeforeThatOfALink() {
    var page = DeclaredPage()
    page.declarations.properties = [
      PropertyDeclaration(
        name: "rel:license", value: "https://e.org/by", text: "CC BY", itemType: nil, block: 9)
    ]
    #expect(page.metadata.license == "https://e.org/by")
    page.declarations.links = [LinkDeclaration(rel: "license", href: "https://e.org/cc0")]
    #expect(page.metadata.license == "https://e.org/cc0")
  }

  @Test func descriptionDecodesEntitiesEncodedTwice() {
    var page = DeclaredPage()
    page.declarations.metas = [
      MetaDeclaration(name: "description", content: "Cats &amp; dogs&#39; life")
    ]
    #expect(page.metadata.description == "Cats & dogs' life")
  }

  @Test func amongSeveralArticlesOnlyThePagesOwnCounts() {
    var page = DeclaredPage()
    page.declarations.documentTitle = "Second story"
    page.declarations.jsonLD = [
      #"[{"@type": "Article", "headline": "First story", "author": "Ann One"}, {"@type": "Article", "headline": "Second story", "author": "Bob Two"}]"#
    ]
    #expect(page.metadata.author == "Bob Two")
    page.declarations.documentTitle = "All stories"
    #expect(page.metadata.author == nil)
  }

  @Test func pageThatSaysNothingHasEmptyMetadata() {
    #expect(DeclaredPage().metadata == Metadata())
  }
}
