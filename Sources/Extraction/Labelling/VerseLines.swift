/// Keeps verses whole: the lines of one element that line breaks part belong together.
///
/// Before: a poem without its last line, which is as short as a menu's entry. After: all of it.
enum VerseLines {
  /// The share of the words of a run of lines from which all of it is kept.
  private static let keptShare: Float = 0.8
  /// The fewest lines that are asked.
  private static let fewestLines = 4

  /// Takes in the other lines of runs of which most was chosen; one linear pass.
  static func complete(_ kept: inout [Bool], _ tree: borrowing BlockTree, words: [Float]) {
    var start = 0
    for index in 1..<(kept.count + 1) {
      if index < kept.count, tree.blocks[index].flags.contains(.followsLineBreak),
        tree.blocks[index].node == tree.blocks[start].node
      {
        continue
      }
      complete(start..<index, &kept, tree, words: words)
      start = index
    }
  }

  private static func complete(
    _ run: Range<Int>, _ kept: inout [Bool], _ tree: borrowing BlockTree, words: [Float]
  ) {
    guard run.count >= fewestLines else { return }
    var total: Float = 0
    var chosen: Float = 0
    for index in run {
      guard tree.blocks[index].linkCharacters == 0 else { return }
      total += words[index]
      if kept[index] { chosen += words[index] }
    }
    guard chosen > 0, chosen < total, chosen >= keptShare * total else { return }
    for index in run { kept[index] = true }
  }
}
