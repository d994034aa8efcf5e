/// Finds the pages that a server makes up itself to tell of an error.
///
/// Before: `nginx/1.18.0` as the article of `404 Not Found`. After: a page without content.
enum ErrorShell {
  /// Words of the heading at the most.
  private static let mostWords: Float = 4

  /// Drops the choice where the page is a bare document, hardly any words are chosen, and a heading tells of an error.
  static func drop(
    from kept: inout [Bool], _ tree: borrowing BlockTree, _ features: borrowing PageFeatures
  ) {
    guard tree.blocks.count <= Thresholds.fewestBlocksOfASite else { return }
    var chosen: Float = 0
    for index in kept.indices where kept[index] { chosen += features.statistics[index].words }
    guard chosen > 0, chosen < Thresholds.fewestWords, tellsOfAnError(tree, features) else {
      return
    }
    for index in kept.indices { kept[index] = false }
  }

  /// Whether a short heading holds a status code of HTTP that is an error: 400 to 599.
  static func tellsOfAnError(
    _ tree: borrowing BlockTree, _ features: borrowing PageFeatures
  ) -> Bool {
    for index in tree.blocks.indices {
      guard case .heading = tree.blocks[index].kind,
        features.statistics[index].words <= mostWords
      else { continue }
      let numbers = tree.string(of: tree.blocks[index]).split { !$0.isNumber }
      let isError = numbers.contains { number in
        number.count == 3 && Int(number).map { (400...599).contains($0) } ?? false
      }
      if isError { return true }
    }
    return false
  }
}
