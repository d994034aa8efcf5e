import Testing

@testable import Extraction

@Suite struct AuthorFinderTests {
  private func author(_ change: (inout DeclaredPage) -> Void) -> String? {
    var page = DeclaredPage()
    change(&page)
    return page.metadata.author
  }

  @Test func sourcesAreTrustedInOrder() {
    var page = DeclaredPage()
    page.outline.shortTexts = [.init(text: "By Fay Five", block: 1)]
    #expect(page.metadata.author == "Fay Five")
    page.outline.bylineCandidates = [.init(text: "Dan Four", hints: "author-name", block: 1)]
    #expect(page.metadata.author == "Dan Four")
    page.declarations.properties = [
      PropertyDeclaration(
        name: "rel:author", value: "/dan", text: "Cat Three", itemType: nil, block: 1)
    ]
    #expect(page.metadata.author == "Cat Three")
    page.declarations.metas = [MetaDeclaration(name: "author", content: "Bob Two")]
    #expect(page.metadata.author == "Bob Two")
    page.declarations.jsonLD = [#"{"@type": "Article", "author": {"name": "Ann One"}}"#]
    #expect(page.metadata.author == "Ann One")
  }

  @Test(
    arguments: [
      (#"{"@type": "NewsArticle", "author": "Ann One"}"#, "Ann One"),
      (
        #"{"@type": ["Thing", "BlogPosting"], "author": [{"name": "Ann One"}, "Bob Two"]}"#,
        "Ann One, Bob Two"
      ),
      (
        ##"{"@graph": [{"@type": "Article", "author": {"@id": "#p"}}, {"@type": "Person", "@id": "#p", "name": "Ann One"}]}"##,
        "Ann One"
      ),
      (
        #"[{"@type": "http://schema.org/Article", "author": {"name": ["Ann One", "Bob Two"]}}]"#,
        "Ann One, Bob Two"
      ),
      (
        #"{"@type": "QAPage", "mainEntity": {"@type": "Question", "author": {"name": "ann1"}}}"#,
        "ann1"
      ),
      (#"{"@type": "Product", "review": {"@type": "Review", "author": "Ann One"}}"#, nil),
    ] as [(String, String?)])
  func linkedDataAuthorIsResolved(script: String, expected: String?) {
    #expect(author { $0.declarations.jsonLD = [script] } == expected)
  }

  @Test(
    arguments: [
      ("By Ann One", "Ann One"), ("von Neumann", "von Neumann"), ("作者：王小明", "王小明"),
      ("https://example.org/ann", nil), ("admin", nil), ("ann@example.org", nil),
      ("ann@example.org (Ann One)", "Ann One"), ("Ann One, ", "Ann One"),
      ("Ann &amp; Bob", "Ann & Bob"),
    ] as [(String, String?)])
  func declaredAuthorIsCleaned(value: String, expected: String?) {
    #expect(
      author { $0.declarations.metas = [MetaDeclaration(name: "author", content: value)] }
        == expected)
  }

  @Test(arguments: [
    ("Von Ann One", "Ann One"),
    ("Written By Ann One, Staff Writer", "Ann One"),
    ("By Ann One | May 17, 2024", "Ann One"),
    ("By: Ann One on 04-ago-2021 5:11:10", "Ann One"),
    ("Published May 17, 2024 by Ann One", "Ann One"),
    ("Ann One May 17, 2024 7 min read", "Ann One"),
    ("Ann One, MD, PhD", "Ann One, MD, PhD"),
  ])
  func shownAuthorIsCleaned(text: String, expected: String) {
    #expect(
      author { $0.outline.bylineCandidates = [.init(text: text, hints: "byline", block: 0)] }
        == expected)
  }

  @Test func commentAuthorsAreNotThePages() {
    #expect(
      author {
        $0.outline.bylineCandidates = [.init(text: "Ann One", hints: "comment-author", block: 0)]
        $0.declarations.properties = [
          PropertyDeclaration(
            name: "author", value: nil, text: "Bob Two", itemType: "http://schema.org/comment",
            block: 0)
        ]
      } == nil)
  }

  @Test(arguments: ["By clicking here you agree to this", "By the numbers", "Standby Ann One"])
  func sentenceIsNoByline(text: String) {
    #expect(author { $0.outline.shortTexts = [.init(text: text, block: 0)] } == nil)
  }
}
