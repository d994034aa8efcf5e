/// Where some blocks of a page stand: the elements around each that features look at.
///
/// Many blocks share these elements, so each is listed once and blocks name it by its number in the list.
struct BlockPlaces {
  /// How many ancestors that hold ever more text are looked at.
  static let levelCount = 6

  /// The blocks.
  private(set) var blocks = 0..<0
  /// The elements that are an ancestor of some block, each once.
  private(set) var ancestors: [UInt32] = []
  /// For each level and block the number of the block's ancestor in ``ancestors``, level after level.
  private(set) var ancestorNumbers: [UInt16] = []
  /// The elements that are repeated siblings around some block; first the root, which stands for none.
  private(set) var cards: [UInt32] = []
  /// For each block the number of its nearest repeated sibling in ``cards``, then likewise of its outermost.
  private(set) var cardNumbers: [UInt16] = []

  /// The most blocks whose ancestors have numbers of sixteen bits.
  static let largestCount = 8192

  private var numberOfNode: [UInt16] = []
  private var cardNumberOfNode: [UInt16] = []

  /// Looks at some blocks of a page, at most ``largestCount``.
  mutating func read(
    _ tree: borrowing BlockTree, _ features: borrowing PageFeatures, blocks: Range<Int>
  ) {
    precondition(blocks.count <= Self.largestCount, "numbers of ancestors have sixteen bits")
    self.blocks = blocks
    clear(nodeCount: tree.nodes.count)
    ancestorNumbers.grow(toCount: blocks.count * Self.levelCount)
    cardNumbers.grow(toCount: blocks.count * 2)
    for (row, block) in blocks.enumerated() {
      var node = Int(tree.blocks[block].node)
      for level in 0..<Self.levelCount {
        ancestorNumbers[level * blocks.count + row] = number(of: node)
        node = Int(features.links.growing[node])
      }
      let (near, far) = repeatedAncestors(of: block, tree, features)
      cardNumbers[row] = cardNumber(of: near)
      cardNumbers[blocks.count + row] = cardNumber(of: far)
    }
  }

  /// The ancestor of a block at a level.
  @inline(__always)
  func ancestor(ofRow row: Int, level: Int) -> Int {
    Int(ancestors[Int(ancestorNumbers[level * blocks.count + row])])
  }

  /// The nearest repeated sibling around a block, or the outermost; 0 where there is none.
  @inline(__always)
  func card(ofRow row: Int, isOutermost: Bool) -> Int {
    Int(cards[Int(cardNumbers[(isOutermost ? blocks.count : 0) + row])])
  }

  private mutating func clear(nodeCount: Int) {
    for node in ancestors { numberOfNode[Int(node)] = 0 }
    for node in cards { cardNumberOfNode[Int(node)] = 0 }
    numberOfNode.grow(toCount: nodeCount)
    cardNumberOfNode.grow(toCount: nodeCount)
    ancestors.removeAll(keepingCapacity: true)
    cards.removeAll(keepingCapacity: true)
    cards.append(0)
  }

  @inline(__always)
  private mutating func number(of node: Int) -> UInt16 {
    let known = numberOfNode[node]
    if known != 0 { return known - 1 }
    ancestors.append(UInt32(node))
    numberOfNode[node] = UInt16(ancestors.count)
    return UInt16(ancestors.count - 1)
  }

  @inline(__always)
  private mutating func cardNumber(of node: Int) -> UInt16 {
    guard node != 0 else { return 0 }
    let known = cardNumberOfNode[node]
    if known != 0 { return known }
    cardNumberOfNode[node] = UInt16(cards.count)
    cards.append(UInt32(node))
    return UInt16(cards.count - 1)
  }

  /// The nearest and the outermost ancestor that has siblings of its shape with text of their own.
  private func repeatedAncestors(
    of block: Int, _ tree: borrowing BlockTree, _ features: borrowing PageFeatures
  ) -> (near: Int, far: Int) {
    let near = Int(features.links.cards[Int(tree.blocks[block].node)])
    return (near, Int(features.links.outermostCards[near]))
  }
}
