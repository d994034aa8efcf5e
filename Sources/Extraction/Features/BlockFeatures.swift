/// The features of a page's blocks with their texts: what a fit needs of a page.
public struct BlockFeatures: Sendable {
  /// The names of the columns.
  public static var columnNames: [String] { FeatureTable.columnNames }

  /// The values, row after row; one row a block.
  public var values: [Float] = []
  /// The text of each block.
  public var texts: [String] = []
  /// The elements above each block.
  public var paths: [String] = []

  /// Features of a page without blocks.
  public init() {}

  /// The features of a tree.
  init(_ tree: borrowing BlockTree, values: [Float]) {
    self.values = values
    texts = tree.blocks.map { tree.string(of: $0) }
    paths = tree.blocks.map { tree.path(of: $0) }
  }
}
