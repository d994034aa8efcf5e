/// Writes the features of a page's blocks.
struct FeatureRows {
  let tree: BlockTree
  let features: PageFeatures

  /// Writes every column of a block's row.
  @inline(__always)
  func write(_ block: Int, to sink: inout some FeatureSink) {
    writeBlock(block, to: &sink)
    writePage(to: &sink)
  }

  /// Writes the columns that are the block's own; those of its page come after them.
  @inline(__always)
  func writeBlock(_ block: Int, to sink: inout some FeatureSink) {
    writeShape(block, to: &sink)
    writeNeighbours(block, to: &sink)
    writeDensities(block, to: &sink)
    writeAncestors(block, to: &sink)
    writeElements(block, to: &sink)
    writeHints(block, to: &sink)
    writePosition(block, to: &sink)
    writeGroups(block, to: &sink)
    writeMarks(block, to: &sink)
  }

  /// The share of a block's characters that is anchor text.
  func linkDensity(of index: Int) -> Float {
    Float(tree.blocks[index].linkCharacters) / Float(max(tree.blocks[index].characters, 1))
  }

  /// The natural logarithm of one more than a count.
  @inline(__always)
  func log(_ count: Float) -> Float { Logarithm.ofOneMore(than: count) }
}
