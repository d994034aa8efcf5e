/// What the Article Extraction Benchmark says of a page.
struct ArticleBody: Decodable {
  /// The main text.
  var articleBody: String
}
