/// The features of blocks, one row a block, one named column a feature.
///
/// Everything is a number that means the same in every language: counts, shares, densities, distances.
struct FeatureTable {
  /// The names of the columns, in their order.
  static let columnNames: [String] = {
    var sink = FeatureNames()
    let tree = BlockTree.single
    var features = PageFeatures()
    features.compute(tree, declarations: PageDeclarations())
    FeatureRows(tree: tree, features: features).write(0, to: &sink)
    return sink.names
  }()

  /// The number of columns.
  static let columnCount = columnNames.count

  /// The values, row after row.
  private(set) var values: [Float] = []

  /// Fills the table for some blocks of a page.
  mutating func compute(_ tree: BlockTree, _ features: PageFeatures, blocks: Range<Int>) {
    let count = blocks.count * Self.columnCount
    if values.count != count { values.reset(count: count) }
    let rows = FeatureRows(tree: tree, features: features)
    unsafe values.withUnsafeMutableBufferPointer { values in
      var sink = unsafe FeatureValues(values)
      guard let first = blocks.first else { return }
      rows.write(first, to: &sink)
      // What the page is like stands at the end of each row.
      for block in blocks.dropFirst() {
        rows.writeBlock(block, to: &sink)
        sink.repeatRest(ofRow: Self.columnCount)
      }
    }
  }
}

extension BlockTree {
  /// A page of one paragraph.
  static let single: BlockTree = {
    var builder = BlockTreeBuilder()
    builder.begin(nodeLimit: 8, depthLimit: 8)
    builder.startElement(.p, nameHash: 0, attributes: AttributeList())
    builder.appendText([UInt8]("a".utf8).span)
    builder.endElement(.p)
    builder.end()
    return builder.tree
  }()
}
