/// Finds links to other pages that stand as lines of their own between the paragraphs of an article.
///
/// Before: paragraph, "Tariffs to rise for third year" (all of it an anchor), paragraph. The line reads like
/// a heading, but it is a teaser.
enum InlineTeasers {
  /// The least share of anchor text of such a line.
  private static let linkedShare: Float = 0.95
  /// Words of such a line at the least; a shorter one may be a caption's link or a heading's.
  private static let fewestWords: Float = 4

  /// Gives such lines the role `related`.
  static func relabel(
    _ roles: inout [Role], _ tree: borrowing BlockTree, _ features: borrowing PageFeatures
  ) {
    guard roles.count > 2 else { return }
    for index in 1..<(roles.count - 1) where roles[index] == .article {
      guard tree.blocks[index].kind == .paragraph, share(of: index, tree) >= linkedShare else {
        continue
      }
      let counts = features.statistics(of: index, in: tree)
      let isLine = !counts.endsSentence && counts.words >= fewestWords
      if isLine, isParagraph(index - 1, roles, tree, features),
        isParagraph(index + 1, roles, tree, features)
      {
        roles[index] = .related
      }
    }
  }

  /// Whether the block is a paragraph of the article that is no link itself.
  private static func isParagraph(
    _ index: Int, _ roles: [Role], _ tree: borrowing BlockTree, _ features: borrowing PageFeatures
  ) -> Bool {
    roles[index] == .article && tree.blocks[index].kind == .paragraph
      && features.words(of: index) >= Thresholds.fullTextWords
      && share(of: index, tree) <= Thresholds.plainShare
  }

  private static func share(of index: Int, _ tree: borrowing BlockTree) -> Float {
    Float(tree.blocks[index].linkCharacters) / Float(max(tree.blocks[index].characters, 1))
  }
}
