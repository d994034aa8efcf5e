/// Writes the values that a page's features are made of: those of its blocks, of the elements around them, and its own.
///
/// ``FeatureLayout`` makes the columns of the feature table of them.
struct FeatureRows {
  let tree: BlockTree
  let features: PageFeatures
  let places: BlockPlaces

  /// Writes the values of a block.
  ///
  /// - Parameters:
  ///   - row: The block's number among those of ``places``.
  ///   - sink: Takes the values.
  @inline(__always)
  func writeBlock(_ row: Int, to sink: inout some FeatureSink) {
    let block = places.blocks.lowerBound + row
    writeShape(block, to: &sink)
    writeLikeness(block, to: &sink)
    writeDensities(block, to: &sink)
    writeElement(block, to: &sink)
    writePosition(block, to: &sink)
    writePlaces(row, to: &sink)
    writeMarks(of: block..<(block + 1), named: "mark", to: &sink)
  }

  /// Writes the values of an element that has a block in it.
  @inline(__always)
  func writeAncestor(_ node: Int, to sink: inout some FeatureSink) {
    writeDensities(ofElement: node, to: &sink)
    writeMarks(of: tree.nodes[node].blocks, named: "ancestor.mark", to: &sink)
  }

  /// The share of a block's characters that is anchor text.
  func linkDensity(of index: Int) -> Float {
    Float(tree.blocks[index].linkCharacters) / Float(max(tree.blocks[index].characters, 1))
  }

  /// The natural logarithm of one more than a count.
  @inline(__always)
  func log(_ count: Float) -> Float { Logarithm.ofOneMore(than: count) }

  /// Telling marks in a run of blocks, per block.
  @inline(__always)
  private func writeMarks(
    of blocks: Range<Int>, named name: StaticString, to sink: inout some FeatureSink
  ) {
    guard !features.marks.isCompact else {
      return writeCompactMarks(of: blocks, named: name, to: &sink)
    }
    features.marks.forEachDensity(in: blocks) { lane, density in
      sink.add("\(name).\(BlockMarks.names[lane])", density)
    }
  }

  @inline(never)
  private func writeCompactMarks(
    of blocks: Range<Int>, named name: StaticString, to sink: inout some FeatureSink
  ) {
    for lane in 0..<BlockMarks.laneCount {
      sink.add(
        "\(name).\(BlockMarks.names[lane])", features.marks.compactDensity(of: lane, in: blocks))
    }
  }
}
