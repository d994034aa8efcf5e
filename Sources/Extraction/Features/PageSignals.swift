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

  /// Schema.org types and properties as they stand in JSON-LD between quotes, by signal.
  private static let words: [(signal: Int, words: [String])] = [
    (0, ["BlogPosting", "Report"]),
    (1, ["Product", "ProductGroup", "Offer"]),
    (2, ["DiscussionForumPosting", "QAPage", "Question", "Answer"]),
    (3, ["ItemList", "CollectionPage", "SearchResultsPage", "OfferCatalog"]),
    (4, ["FAQPage"]), (5, ["Recipe", "HowTo"]),
    (6, ["LocalBusiness", "Service", "ProfessionalService", "Organization"]),
    (7, ["SoftwareApplication", "SoftwareSourceCode", "APIReference"]),
    (11, ["datePublished"]), (12, ["price"]), (13, ["author"]), (14, ["WebPage"]),
    (15, ["Comment", "comment"]),
  ]

  /// Every type that ends so is an article: `NewsArticle`, `TechArticle`.
  private static let articleEnd = Array("Article".utf8)

  /// The words by their first byte.
  private static let wordsByFirstByte: [[(bytes: [UInt8], signal: Int)]] = (0..<256).map { byte in
    words.flatMap { entry in
      entry.words.map { (bytes: Array($0.utf8), signal: entry.signal) }
    }.filter { Int($0.bytes[0]) == byte }
  }

  /// Reads the signals.
  mutating func read(_ declarations: PageDeclarations) {
    for index in values.indices { values[index] = 0 }
    for body in declarations.jsonLD { read(body.utf8.span) }
    for meta in declarations.metas { read(meta) }
    for property in declarations.properties {
      guard let type = property.itemType else { continue }
      if type.hasSuffix("article") || type.hasSuffix("posting") { values[0] = 1 }
      if type.hasSuffix("product") { values[1] = 1 }
      if type.hasSuffix("comment") { values[15] = 1 }
    }
  }

  /// Looks at what stands between each quote of the body and the next.
  private mutating func read(_ body: Span<UInt8>) {
    let table = Self.wordsByFirstByte
    var start = 0
    while true {
      let quote = ByteSearch.firstIndex(of: ASCII.quotationMark, in: body, from: start)
      guard quote < body.count else { return }
      let word = body.extracting(start..<quote)
      if Self.ends(word, with: Self.articleEnd) { values[0] = 1 }
      if start > 0, let first = word.isEmpty ? nil : word[0] {
        for entry in table[Int(first)]
        where entry.bytes.count == word.count && Self.ends(word, with: entry.bytes) {
          values[entry.signal] = 1
        }
      }
      start = quote + 1
    }
  }

  private static func ends(_ word: Span<UInt8>, with end: [UInt8]) -> Bool {
    let start = word.count - end.count
    guard start >= 0 else { return false }
    for index in end.indices where word[start + index] != end[index] { return false }
    return true
  }

  private mutating func read(_ meta: MetaDeclaration) {
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
