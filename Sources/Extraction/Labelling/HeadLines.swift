/// Finds the byline above an article among its lines.
///
/// Before: `Posted on June 3, 2019 by Ann Lee` as the article's first paragraph. After: the byline.
///
/// Asked of articles alone: in a thread the lines above a post are its own.
enum HeadLines {
  /// Words of such a line at the most.
  private static let mostWords: Float = 15
  /// Words of a line that may be a date without saying what date it is.
  private static let dateWords: Float = 5
  /// Words from which a line that ends a sentence is the first paragraph.
  private static let sentenceWords: Float = 6
  /// Lines looked at.
  private static let mostLines = 6

  /// Gives lines between the title and the first paragraph that name an author or a date the role `byline`.
  static func relabel(
    _ roles: inout [Role], _ tree: borrowing BlockTree, _ features: borrowing PageFeatures
  ) {
    let reader = DateReader(language: nil)
    var seen = 0
    for index in roles.indices where roles[index] == .article {
      let counts = features.statistics(of: index, in: tree)
      if counts.words > mostWords || (counts.endsSentence && counts.words >= sentenceWords)
        || seen == mostLines
      {
        return
      }
      seen += 1
      guard tree.blocks[index].kind == .paragraph else { continue }
      let text = tree.spacedString(of: tree.blocks[index])
      let isMarked = features.zones.zones(of: Int(tree.blocks[index].leaf)).contains(.byline)
      if isByline(text, counts, isMarked: isMarked, reader) { roles[index] = .byline }
    }
  }

  private static func isByline(
    _ text: String, _ counts: BlockStatistics, isMarked: Bool, _ reader: DateReader
  ) -> Bool {
    if let name = AuthorName.byline(text), name.contains(" ") { return true }
    if isMarked { return true }
    let dates = reader.shown(in: text)
    return dates.contains { $0.label != nil } || (!dates.isEmpty && counts.words <= dateWords)
  }
}
