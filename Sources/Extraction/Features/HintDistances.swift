/// For each element and each class hint, how far above the nearest element with that hint is.
struct HintDistances {
  /// How many kinds of hint there are.
  static let hintCount = 40

  /// The distances; mark `i` is the hint of bit `i`.
  private(set) var table = DistanceTable(markCount: hintCount)

  /// Fills the distances from some elements alone, one row an element.
  mutating func compute(_ tree: borrowing BlockTree, of nodes: [UInt32]) {
    table.begin(nodeCount: nodes.count)
    for row in nodes.indices {
      tree.forEachNear(Int(nodes[row])) { node, distance in
        var bits = node.hints.rawValue
        while bits != 0 {
          table.mark(row, bits.trailingZeroBitCount, distance: distance)
          bits &= bits - 1
        }
      }
    }
  }

  /// Fills the distances in one pass from the root down.
  mutating func compute(_ tree: borrowing BlockTree) {
    table.fill(tree) { $0.hints.rawValue }
  }
}
