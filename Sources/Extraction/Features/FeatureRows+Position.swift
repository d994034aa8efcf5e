extension FeatureRows {
  /// The element that the block is in.
  @inline(__always)
  func writeElement(_ block: Int, to sink: inout some FeatureSink) {
    let entry = tree.blocks[block]
    let leaf = Int(entry.leaf)
    sink.add("container", Float(tree.nodes[Int(entry.node)].name.rawValue))
    sink.add("leaf", Float(tree.nodes[leaf].name.rawValue))
    sink.add("depth", Float(tree.nodes[leaf].depth))
    sink.add("tagsInside", Float(features.counts.tags[Int(entry.node)]))
    sink.add("blocksInside", Float(tree.nodes[Int(entry.node)].blocks.count))
  }

  /// Where on the page the block stands.
  @inline(__always)
  func writePosition(_ block: Int, to sink: inout some FeatureSink) {
    let row = block - features.firstBlock
    sink.add("position", Float(block) / max(features.page.blocks, 1))
    sink.add("blocksBefore", Float(block))
    sink.add("blocksAfter", features.page.blocks - Float(block))
    sink.add("wordsBefore", features.wordsBefore[row] / max(features.page.words, 1))
    sink.add(
      "plainWordsBefore", features.plainWordsBefore[row] / max(features.page.plainWords, 1))
    sink.add("sinceHeadingOne", distance(of: block, from: features.page.firstHeadingOne))
    sink.add("sinceTitle", distance(of: block, from: features.page.firstTitleMatch))
    sink.add("headingDistance", features.headingDistance[row])
    sink.add("headingLevel", features.headingLevel[row])
    sink.add("longBlockBefore", features.longBlockBefore[row])
    sink.add("longBlockAfter", features.longBlockAfter[row])
  }

  private func distance(of block: Int, from index: Int) -> Float {
    index < 0 ? -999 : Float(block - index)
  }

  /// Where the block stands in the elements around it.
  @inline(__always)
  func writePlaces(_ row: Int, to sink: inout some FeatureSink) {
    let block = places.blocks.lowerBound + row
    for level in 0..<BlockPlaces.levelCount {
      let blocks = tree.nodes[places.ancestor(ofRow: row, level: level)].blocks
      sink.add(
        "ancestor[\(level)].position",
        Float(block - blocks.lowerBound) / Float(max(blocks.count, 1)))
    }
    for isOutermost in [false, true] {
      let card = places.card(ofRow: row, isOutermost: isOutermost)
      sink.add(
        isOutermost ? "row.place" : "card.place",
        card == 0 ? -1 : Float(block - tree.nodes[card].blocks.lowerBound))
    }
  }
}
