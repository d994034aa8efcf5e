/// Finds the sentences of a page that has nothing else.
///
/// Before: `<title>Way</title><p>The way leads over the bridge.</p>` has no content, for one sentence is less than
/// the content of any page of a site. After: the sentence is the content.
enum PlainNote {
  /// Words of a sentence at the least.
  private static let fewestWords: Float = 4

  /// Which blocks are plain sentences; none when the page holds anything besides them and headings.
  ///
  /// A menu, a form or a line about rights shows that something was to stand between them which is not there, and
  /// a heading with the number of an HTTP error that the page is the server's own.
  static func sentences(
    _ tree: borrowing BlockTree, _ features: borrowing PageFeatures
  ) -> [Bool] {
    guard !ErrorShell.tellsOfAnError(tree, features) else { return none(tree) }
    var isSentence = tree.blocks.map { _ in false }
    for index in tree.blocks.indices {
      let block = tree.blocks[index]
      let counts = features.statistics[index]
      if case .heading = block.kind { continue }
      let zones = features.zones.zones(of: Int(block.leaf))
      let isPlain =
        counts.endsSentence && counts.words >= fewestWords && counts.rights == 0
        && block.linkCharacters * 5 <= block.characters && zones.isDisjoint(with: .boilerplate)
        && tree.ancestor(of: Int(block.node), where: { $0.name == .noscript }) == nil
      guard isPlain else { return none(tree) }
      isSentence[index] = true
    }
    return isSentence
  }

  private static func none(_ tree: borrowing BlockTree) -> [Bool] { tree.blocks.map { _ in false } }
}
