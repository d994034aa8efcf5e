/// Drops the chosen blocks of a list or table of which little was chosen.
///
/// Before: one line of a menu or of a list of prices in the text. After: none.
///
/// On the development pages it gains 0.0006 of word F1 with a model that was fitted on them;
/// `Benchmarks/QUALITY.md` names the other ways to mend the model's choice, which cost more than they gain.
enum StrayEntries {
  /// The share of a container's words up to which what is chosen of it is dropped.
  private static let strayShare: Float = 0.3
  /// The fewest blocks of a container that this is asked of.
  private static let fewestBlocks = 3

  /// Drops them from the choice, innermost containers first; two linear passes.
  static func drop(from kept: inout [Bool], _ tree: borrowing BlockTree, words: [Float]) {
    var totals = [Float](repeating: 0, count: tree.nodes.count)
    var chosenWords = totals
    var areDropped = [Bool](repeating: false, count: tree.nodes.count)
    // Arrays that are written element by element would be asked each time whether they are shared.
    var total = totals.mutableSpan
    var chosen = chosenWords.mutableSpan
    var isDropped = areDropped.mutableSpan
    var kept = kept.mutableSpan
    for index in tree.blocks.indices {
      let node = Int(tree.blocks[index].node)
      total[node] += words[index]
      if kept[index] { chosen[node] += words[index] }
    }
    for index in tree.nodes.indices.dropFirst().reversed() {
      let node = tree.nodes[index]
      if isContainer(node), chosen[index] <= strayShare * total[index] {
        isDropped[index] = true
        chosen[index] = 0
      }
      total[Int(node.parent)] += total[index]
      chosen[Int(node.parent)] += chosen[index]
    }
    for index in tree.nodes.indices.dropFirst() where isDropped[Int(tree.nodes[index].parent)] {
      isDropped[index] = true
    }
    for index in tree.blocks.indices where isDropped[Int(tree.blocks[index].node)] {
      kept[index] = false
    }
  }

  private static func isContainer(_ node: Node) -> Bool {
    switch node.name {
    case .ul, .ol, .dl, .table: node.blocks.count >= fewestBlocks
    default: false
    }
  }
}
