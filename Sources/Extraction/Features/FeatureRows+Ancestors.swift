extension FeatureRows {
  /// How many ancestors that hold ever more text are looked at.
  private static let levelCount = 6

  /// The densities of the elements around the block, each with more text than the one before.
  @inline(__always)
  func writeAncestors(_ block: Int, to sink: inout some FeatureSink) {
    let bestSum = max(features.density.sums[features.density.anchor], 0.01)
    let bestComposite = max(features.largestComposite, 0.01)
    let body = Float(max(features.counts.characters[0], 1))
    var node = Int(tree.blocks[block].node)
    for level in 0..<Self.levelCount {
      let characters = Float(max(features.counts.characters[node], 1))
      let entry = tree.nodes[node]
      let blocks = Float(max(entry.blocks.count, 1))
      let words = features.groups.words[node]
      sink.add("ancestor[\(level)].share", characters / body)
      sink.add(
        "ancestor[\(level)].linkDensity", Float(features.counts.linkCharacters[node]) / characters)
      sink.add(
        "ancestor[\(level)].charactersPerTag",
        characters / Float(max(features.counts.tags[node], 1)))
      sink.add("ancestor[\(level)].composite", features.density.composite[node] / bestComposite)
      sink.add("ancestor[\(level)].sum", features.density.sums[node] / bestSum)
      sink.add("ancestor[\(level)].blocks", blocks)
      sink.add("ancestor[\(level)].wordsPerBlock", words / blocks)
      sink.add("ancestor[\(level)].sentencesPerBlock", features.groups.sentenceMarks[node] / blocks)
      sink.add("ancestor[\(level)].paragraphShare", features.paragraphCharacters[node] / characters)
      let group = features.groups.groups[Int(features.groups.groupOfNode[node])]
      sink.add("ancestor[\(level)].siblings", group.size)
      sink.add("ancestor[\(level)].position", Float(block - entry.blocks.lowerBound) / blocks)
      node = growingAncestor(of: node)
    }
  }

  /// The nearest element above with more text, or the root.
  func growingAncestor(of node: Int) -> Int {
    let characters = features.counts.characters[node]
    var current = Int(tree.nodes[node].parent)
    while current != 0, features.counts.characters[current] == characters {
      current = Int(tree.nodes[current].parent)
    }
    return current
  }

  /// The element and the distances to certain elements above.
  @inline(__always)
  func writeElements(_ block: Int, to sink: inout some FeatureSink) {
    let entry = tree.blocks[block]
    let leaf = Int(entry.leaf)
    for (mark, name) in ElementDistances.elements.enumerated() {
      sink.add(
        "above.\(name.name)", Float(features.elementDistances.table.distance(from: leaf, to: mark)))
    }
    sink.add("container", Float(tree.nodes[Int(entry.node)].name.rawValue))
    sink.add("leaf", Float(tree.nodes[leaf].name.rawValue))
    sink.add("depth", Float(tree.nodes[leaf].depth))
    sink.add("tagsInside", Float(features.counts.tags[Int(entry.node)]))
    sink.add("blocksInside", Float(tree.nodes[Int(entry.node)].blocks.count))
  }

  /// The distances to class hints above.
  @inline(__always)
  func writeHints(_ block: Int, to sink: inout some FeatureSink) {
    let leaf = Int(tree.blocks[block].leaf)
    for bit in 0..<HintDistances.hintCount {
      sink.add(
        "hint.\(ClassHintTokens.name(ofBit: bit))",
        Float(features.hintDistances.table.distance(from: leaf, to: bit)))
    }
  }
}
