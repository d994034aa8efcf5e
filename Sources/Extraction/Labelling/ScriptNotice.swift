/// Finds pages of which nothing is to be read without scripts but the notice that says so.
///
/// Before: `You need to enable JavaScript to run this app.` as the article. After: a page without content.
/// Forums put their threads into `noscript` for crawlers; those are long and stay.
enum ScriptNotice {
  /// Words of such a notice at the most; the longest seen has 34.
  private static let mostWords: Float = 50

  /// Drops the choice when all of it stands in `noscript` and is no longer than a notice.
  static func drop(from kept: inout [Bool], _ tree: borrowing BlockTree, words: [Float]) {
    var chosen: Float = 0
    for index in kept.indices where kept[index] { chosen += words[index] }
    guard chosen > 0, chosen <= mostWords else { return }
    for index in kept.indices where kept[index] {
      let node = Int(tree.blocks[index].node)
      guard tree.ancestor(of: node, where: { $0.name == .noscript }) != nil else { return }
    }
    for index in kept.indices { kept[index] = false }
  }
}
