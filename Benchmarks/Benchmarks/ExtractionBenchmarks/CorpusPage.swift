import Foundation

/// A page of the project's corpus.
struct CorpusPage: Sendable {
  /// The folder's name in `Corpus/pages`.
  let name: String
  /// What the page stands for.
  let purpose: String

  /// The pages that are measured.
  static let all = [
    CorpusPage(
      name: "news--stock-ticker-before-article",
      purpose: "news, UTF-8, much markup around the article"),
    CorpusPage(name: "forum--phpbb-thread", purpose: "forum, many small blocks"),
    CorpusPage(name: "news--chinese-gb18030", purpose: "news, multibyte encoding to be decoded"),
  ]

  /// The page's bytes.
  ///
  /// - Throws: When the file cannot be read.
  func bytes() throws -> [UInt8] {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: root.appending(path: "Corpus/pages/\(name)/source.html")))
  }
}
