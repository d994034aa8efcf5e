private import Glibc

/// Composite text density and density sum of each element (Sun, Song, Liao: DOM Based Content Extraction via
/// Text Density, SIGIR 2011), and the blocks that they mark as content.
struct TextDensity {
  /// Composite text density of each node, in characters a tag.
  private(set) var composite: [Float] = []
  /// Sum of the composite densities of a node's children, with its loose text.
  private(set) var sums: [Float] = []
  /// The node of the largest density sum.
  private(set) var anchor = 0
  /// The smallest composite density on the path from the anchor to the root element.
  private(set) var threshold: Float = 0
  /// Whether each block lies in a marked subtree.
  private(set) var isMarked: [Bool] = []

  /// The subtree of the largest density sum below each node, itself included.
  private var bestBelow: [UInt32] = []

  /// Computes the densities in one pass from the leaves to the root, then marks.
  mutating func compute(_ tree: borrowing BlockTree, counts: borrowing TreeCounts) {
    let nodeCount = tree.nodes.count
    composite.reset(count: nodeCount)
    sums.reset(count: nodeCount)
    bestBelow.reset(count: nodeCount)
    Self.sum(tree, counts, &composite, &sums)
    findAnchor(tree)
    mark(tree)
  }

  /// Gives back what was needed for marking alone.
  mutating func dropScratch() { bestBelow = [] }

  private static func sum(
    _ tree: borrowing BlockTree, _ counts: borrowing TreeCounts, _ densities: inout [Float],
    _ sumsOfNodes: inout [Float]
  ) {
    // Spans, as in `TreeCounts`: an array would be asked at each write whether it is shared.
    var composite = densities.mutableSpan
    var sums = sumsOfNodes.mutableSpan
    let page = PageLinkRatio(counts)
    for block in tree.blocks {
      sums[Int(block.node)] += looseDensity(Float(block.characters), page: page)
    }
    var node = tree.nodes.count - 1
    while node > 0 {
      composite[node] = compositeDensity(
        characters: Float(counts.characters[node]), tags: Float(counts.tags[node]),
        linkCharacters: Float(counts.linkCharacters[node]), linkTags: Float(counts.linkTags[node]),
        page: page)
      sums[Int(tree.nodes[node].parent)] += composite[node]
      node -= 1
    }
  }

  /// CTD = (C/T) · ln(C·T / (LC·LT)) / ln(ln(C·LC/¬LC + C·LCb/Cb + e)), zero counts taken as one.
  private static func compositeDensity(
    characters: Float, tags: Float, linkCharacters: Float, linkTags: Float, page: PageLinkRatio
  ) -> Float {
    guard characters > 0 else { return 0 }
    let tags = max(tags, 1)
    let plain = max(characters - linkCharacters, 1)
    let links = max(linkCharacters, 1)
    let base = Self.doubleLogarithm(characters * links / plain + characters * page.value)
    return characters / tags * logf(characters * tags / (links * max(linkTags, 1))) / base
  }

  /// The density of a run of loose text of `length` characters: l · ln l / ln(ln(l·LCb/Cb + e)).
  private static func looseDensity(_ length: Float, page: PageLinkRatio) -> Float {
    guard length > 1 else { return 0 }
    return length * logf(length) / doubleLogarithm(length * page.value)
  }

  /// ln(ln(x + e)) for positive x, written so that a small x does not vanish beside e.
  private static func doubleLogarithm(_ value: Float) -> Float {
    Logarithm.ofOneMore(thanPart: Logarithm.ofOneMore(thanPart: value / 2.718_281_8))
  }

  private mutating func findAnchor(_ tree: borrowing BlockTree) {
    var node = tree.nodes.count - 1
    for index in bestBelow.indices { bestBelow[index] = UInt32(index) }
    while node > 0 {
      let parent = Int(tree.nodes[node].parent)
      let best = bestBelow[node]
      if parent == 0 || sums[Int(best)] > sums[Int(bestBelow[parent])] { bestBelow[parent] = best }
      node -= 1
    }
    anchor = tree.nodes.count > 1 ? Int(bestBelow[0]) : 0
    threshold = .infinity
    var current = anchor
    while current != 0 {
      threshold = min(threshold, composite[current])
      current = Int(tree.nodes[current].parent)
    }
  }

  /// Walks down from the root element while the composite density reaches the threshold, and marks below
  /// each element so visited the descendant of the largest density sum.
  private mutating func mark(_ tree: borrowing BlockTree) {
    isMarked.removeAll(keepingCapacity: true)
    isMarked.append(contentsOf: repeatElement(false, count: tree.blocks.count))
    var node = 1
    while node < tree.nodes.count {
      guard composite[node] >= threshold, composite[node] > 0 else {
        node = Int(tree.nodes[node].end)
        continue
      }
      for block in tree.nodes[Int(bestBelow[node])].blocks { isMarked[block] = true }
      node += 1
    }
  }
}

/// The share of anchor text in a page, LCb/Cb.
struct PageLinkRatio {
  /// The share, 0 to 1; at least one character of the page counts as anchor text.
  let value: Float

  init(_ counts: borrowing TreeCounts) {
    let characters = Float(max(counts.characters.first ?? 0, 1))
    value = max(Float(counts.linkCharacters.first ?? 0), 1) / characters
  }
}
