/// What kind of page the page's own declarations say it is.
struct PageSignals {
  /// The names of the signals.
  static let names = [
    "typeArticle", "typeProduct", "typeForum", "typeListing", "typeFAQ", "typeRecipe",
    "typeOrganization", "typeSoftware", "openGraphArticle", "openGraphProduct", "openGraphWebsite",
    "hasPublished", "hasPrice", "hasAuthor", "typeWebPage", "typeComment",
  ]

  /// One value a signal, 0 or 1.
  private(set) var values = [Float](repeating: 0, count: names.count)

  /// Schema.org types as they stand in JSON-LD, by signal.
  private static let types: [(signal: Int, needles: [[UInt8]])] = typeNames.map {
    (signal: $0.signal, needles: $0.needles.map { Array($0.utf8) })
  }

  private static let typeNames: [(signal: Int, needles: [String])] = [
    (0, ["Article\"", "\"BlogPosting\"", "\"Report\""]),
    (1, ["\"Product\"", "\"ProductGroup\"", "\"Offer\""]),
    (2, ["\"DiscussionForumPosting\"", "\"QAPage\"", "\"Question\"", "\"Answer\""]),
    (3, ["\"ItemList\"", "\"CollectionPage\"", "\"SearchResultsPage\"", "\"OfferCatalog\""]),
    (4, ["\"FAQPage\""]), (5, ["\"Recipe\"", "\"HowTo\""]),
    (6, ["\"LocalBusiness\"", "\"Service\"", "\"ProfessionalService\"", "\"Organization\""]),
    (7, ["\"SoftwareApplication\"", "\"SoftwareSourceCode\"", "\"APIReference\""]),
    (11, ["\"datePublished\""]), (12, ["\"price\""]), (13, ["\"author\""]), (14, ["\"WebPage\""]),
    (15, ["\"Comment\"", "\"comment\""]),
  ]

  /// Reads the signals.
  mutating func read(_ declarations: PageDeclarations) {
    for index in values.indices { values[index] = 0 }
    for entry in Self.types {
      let isFound = declarations.jsonLD.contains { body in
        entry.needles.contains { ByteSearch.contains($0, in: body.utf8.span) }
      }
      if isFound { values[entry.signal] = 1 }
    }
    for meta in declarations.metas { read(meta) }
    for property in declarations.properties {
      guard let type = property.itemType else { continue }
      if type.hasSuffix("article") || type.hasSuffix("posting") { values[0] = 1 }
      if type.hasSuffix("product") { values[1] = 1 }
      if type.hasSuffix("comment") { values[15] = 1 }
    }
  }

  private mutating func read(_ meta: (name: String, content: String)) {
    switch meta.name {
    case "og:type":
      let type = meta.content.lowercased()
      if type.contains("article") { values[8] = 1 }
      if type.contains("product") { values[9] = 1 }
      if type == "website" { values[10] = 1 }
    case "article:published_time", "datepublished": values[11] = 1
    case "product:price:amount", "og:price:amount": values[12] = 1
    case "author", "article:author": values[13] = 1
    default: break
    }
  }
}
