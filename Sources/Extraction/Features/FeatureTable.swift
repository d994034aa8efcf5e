/// The features of blocks as numbers, one row a block, one named column a feature: what trees are fitted on.
///
/// Every feature means the same in every language: counts, shares, densities, distances. The scorer has the same columns
/// as codes (``CodeTiles``).
struct FeatureTable {
  /// The names of the columns, in their order.
  static let columnNames = FeatureLayout.columns.map(\.name)

  /// The number of columns.
  static let columnCount = columnNames.count

  /// The values, row after row.
  private(set) var values: [Float] = []

  private var part = PartFeatures()

  /// Fills the table for some blocks of a page.
  mutating func compute(_ tree: BlockTree, _ features: PageFeatures, blocks: Range<Int>) {
    values.removeAll(keepingCapacity: true)
    values.reserveCapacity(blocks.count * Self.columnCount)
    for first in stride(from: blocks.lowerBound, to: blocks.upperBound, by: PageFeatures.partSize) {
      part.compute(
        tree, features, blocks: first..<min(first + PageFeatures.partSize, blocks.upperBound))
      for row in part.rows {
        let leaf = Int(tree.blocks[part.places.blocks.lowerBound + row].leaf)
        for column in FeatureLayout.columns {
          values.append(value(of: column.source, row: row, leaf: leaf, features))
        }
      }
    }
  }

  private func value(
    of source: FeatureSource, row: Int, leaf: Int, _ features: PageFeatures
  ) -> Float {
    let places = part.places
    let count = places.blocks.count
    switch source {
    case .block(let value, let offset):
      return (0..<count).contains(row + offset) ? part.blockValues[value, row + offset] : -1
    case .ancestor(let value, let level):
      return part.ancestorValues[value, Int(places.ancestorNumbers[level * count + row])]
    case .card(let value, let isOutermost):
      return part.cardValues[value, Int(places.cardNumbers[(isOutermost ? count : 0) + row])]
    case .element(let mark):
      return Float(features.elementDistances.table.distance(from: leaf, to: mark))
    case .hint(let mark):
      return Float(features.hintDistances.table.distance(from: leaf, to: mark))
    case .page(let value): return part.pageValues[value, 0]
    case .context, .pageContext: preconditionFailure("no column of the table")
    }
  }
}
