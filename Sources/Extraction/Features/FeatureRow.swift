/// Writes the features of one block.
struct FeatureRow {
  let tree: BlockTree
  let features: PageFeatures
  let block: Int

  /// Writes every column.
  @inline(__always)
  func write(to sink: inout some FeatureSink) {
    writeShape(to: &sink)
    writeNeighbours(to: &sink)
    writeDensities(to: &sink)
    writeAncestors(to: &sink)
    writeElements(to: &sink)
    writeHints(to: &sink)
    writePosition(to: &sink)
    writeGroups(to: &sink)
    writePage(to: &sink)
  }

  /// The share of a block's characters that is anchor text.
  func linkDensity(of index: Int) -> Float {
    Float(tree.blocks[index].linkCharacters) / Float(max(tree.blocks[index].characters, 1))
  }

  /// The natural logarithm of one more than a count.
  @inline(__always)
  func log(_ count: Float) -> Float { Logarithm.ofOneMore(than: count) }
}
