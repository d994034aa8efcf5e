extension FeatureRows {
  /// The marks of the block itself, and of the elements around it per block.
  @inline(__always)
  func writeMarks(_ block: Int, to sink: inout some FeatureSink) {
    let own = features.marks.counts(of: block)
    for (lane, name) in BlockMarks.names.enumerated() { sink.add("mark.\(name)", own[lane]) }
    let images =
      block + 1 < tree.blocks.count ? features.marks.counts(of: block + 1)[BlockMarks.imageLane] : 0
    sink.add("mark.images[1]", images)
    var node = Int(tree.blocks[block].node)
    for level in 0...Self.markLevels.upperBound {
      if Self.markLevels.contains(level) {
        let density = features.marks.density(of: tree.nodes[node].blocks)
        for (lane, name) in BlockMarks.names.enumerated() {
          sink.add("mark[\(level)].\(name)", density[lane])
        }
      }
      node = growingAncestor(of: node)
    }
  }

  /// The growing ancestors whose marks are looked at.
  private static let markLevels = 1...3
}
