extension FeatureRows {
  private static let offsets = [-2, -1, 1, 2]

  /// Whether the blocks before and after are set alike and stand in the same element.
  @inline(__always)
  func writeLikeness(_ block: Int, to sink: inout some FeatureSink) {
    let own = Int(tree.blocks[block].node)
    for offset in Self.offsets {
      let index = block + offset
      let exists = tree.blocks.indices.contains(index)
      let node = exists ? Int(tree.blocks[index].node) : 0
      let isAlike = exists && tree.nodes[node].signature == tree.nodes[own].signature
      sink.add("alike[\(offset)]", isAlike ? 1 : 0)
      let isSibling = exists && tree.nodes[node].parent == tree.nodes[own].parent
      sink.add("sibling[\(offset)]", node == own ? 2 : isSibling ? 1 : 0)
    }
  }

  /// Smoothed densities along the page.
  @inline(__always)
  func writeDensities(_ block: Int, to sink: inout some FeatureSink) {
    let row = block - features.firstBlock
    for scale in SmoothedDensity.deviations.indices {
      let value = features.smoothed.values[scale][row]
      sink.add("smoothed[\(scale)]", value)
      sink.add("smoothedRatio[\(scale)]", value / max(features.smoothed.largest[scale], 0.01))
    }
    sink.add("smoothedLinks", features.smoothedLinks.values[1][row])
    sink.add("smoothedSentences", features.smoothedSentences.values[1][row])
    sink.add("smoothedSentencesWide", features.smoothedSentences.values[3][row])
    sink.add("marked", features.density.isMarked[block] ? 1 : 0)
    let anchor = tree.nodes[features.density.anchor].blocks
    let distance =
      block < anchor.lowerBound ? block - anchor.lowerBound : block - anchor.upperBound + 1
    sink.add("anchorDistance", anchor.contains(block) ? 0 : Float(distance))
  }
}
