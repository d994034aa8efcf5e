import TestSupport

@testable import Extraction

/// The comments of a page whose roles are known.
enum CommentedPage {
  /// The comments of a page in which the blocks of its `section` elements are comments.
  static func comments(in markup: String, language: String? = "en") throws -> [RecordComment] {
    let page = try ParsedPage("<html><body><p>The article.</p>\(markup)</body></html>")
    let sections = page.nodes(.section).map { page.tree.nodes[$0].blocks }
    let roles = page.tree.blocks.indices.map { block in
      sections.contains { $0.contains(block) } ? Role.comment : .article
    }
    return comments(of: page, roles: roles, language: language)
  }

  /// The comments of a page of the corpus, with the roles that it should have.
  static func comments(of corpusPage: CorpusPage) throws -> [RecordComment] {
    let page = try ParsedPage(corpusPage.source)
    var roles = [Role](repeating: .other, count: page.texts.count)
    var next = 0
    for (block, text) in page.texts.enumerated() {
      let rest = corpusPage.expected.blocks[next...]
      guard let match = rest.firstIndex(where: { $0.text == text }) else { continue }
      roles[block] = Role(name: rest[match].role) ?? .other
      next = match + 1
    }
    return comments(of: page, roles: roles, language: page.builder.declarations.language)
  }

  private static func comments(
    of page: ParsedPage, roles: [Role], language: String?
  ) -> [RecordComment] {
    CommentReader(
      CommentPage(
        page.tree, page.features, roles: roles, builder: page.builder,
        reader: DateReader(language: language))
    ).comments()
  }
}
