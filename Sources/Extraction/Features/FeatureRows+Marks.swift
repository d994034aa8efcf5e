extension FeatureRows {
  /// The marks of the block itself, and of the elements around it per block.
  @inline(__always)
  func writeMarks(_ block: Int, to sink: inout some FeatureSink) {
    let marks = features.marks
    for lane in BlockMarks.names.indices {
      sink.add("mark.\(BlockMarks.names[lane])", marks.count(of: lane, in: block))
    }
    sink.add("mark.images[1]", marks.count(of: BlockMarks.imageLane, in: block + 1))
    var node = Int(tree.blocks[block].node)
    for level in 0...Self.markLevels.upperBound {
      if Self.markLevels.contains(level) {
        let blocks = tree.nodes[node].blocks
        for lane in BlockMarks.names.indices {
          sink.add(
            "mark[\(level)].\(BlockMarks.names[lane])", marks.density(of: lane, in: blocks))
        }
      }
      node = growingAncestor(of: node)
    }
  }

  /// The growing ancestors whose marks are looked at.
  private static let markLevels = 1...3
}
