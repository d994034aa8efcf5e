/// For each element the next one above it that features look at.
struct AncestorLinks {
  /// The nearest element above with more text, or the root.
  private(set) var growing: [UInt32] = []
  /// The nearest element, itself included, that is a repeated sibling; 0 for none.
  private(set) var cards: [UInt32] = []
  /// Of a repeated sibling the outermost one around it, itself included.
  private(set) var outermostCards: [UInt32] = []

  /// Siblings of one shape from which a shape counts as repeated.
  private static let fewestSiblings: Float = 3

  /// Links the elements in one pass from the root down.
  mutating func compute(
    _ tree: borrowing BlockTree, counts: borrowing TreeCounts, groups: borrowing SiblingGroups
  ) {
    let nodeCount = tree.nodes.count
    growing.reset(count: nodeCount)
    cards.reset(count: nodeCount)
    outermostCards.reset(count: nodeCount)
    Self.link(tree, counts, groups, &growing, &cards, &outermostCards)
  }

  private static func link(
    _ tree: borrowing BlockTree, _ counts: borrowing TreeCounts,
    _ groups: borrowing SiblingGroups, _ growingOfNodes: inout [UInt32],
    _ cardsOfNodes: inout [UInt32], _ outermostOfNodes: inout [UInt32]
  ) {
    // Spans, as in `TreeCounts`: an array would be asked at each write whether it is shared.
    var growing = growingOfNodes.mutableSpan
    var cards = cardsOfNodes.mutableSpan
    var outermostCards = outermostOfNodes.mutableSpan
    for node in tree.nodes.indices.dropFirst() {
      let parent = Int(tree.nodes[node].parent)
      let isAsLong = parent != 0 && counts.characters[parent] == counts.characters[node]
      growing[node] = isAsLong ? growing[parent] : UInt32(parent)
      let group = groups.groups[Int(groups.groupOfNode[node])]
      let above = cards[parent]
      // Siblings without text, such as those of a frame, make no list.
      if group.filled >= fewestSiblings, group.words > groups.words[node] {
        cards[node] = UInt32(node)
        outermostCards[node] = above == 0 ? UInt32(node) : outermostCards[Int(above)]
      } else {
        cards[node] = above
      }
    }
  }
}
