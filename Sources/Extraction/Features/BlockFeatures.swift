/// The features of a page's blocks with their texts: what a fit needs of a page.
public struct BlockFeatures: Sendable {
  /// The names of the columns.
  public static var columnNames: [String] { FeatureTable.columnNames }

  /// For each column the number of the scale that its values are coded by; -1 for whole numbers that are their own codes.
  public static var columnScales: [Int] { scales(of: FeatureLayout.columns) }
  /// The columns that tell roles besides those of the table: what the trees for main content say of the blocks around.
  public static var contextColumnNames: [String] { FeatureLayout.contextColumns.map(\.name) }
  /// For each column of the context the number of its scale.
  public static var contextColumnScales: [Int] { scales(of: FeatureLayout.contextColumns) }
  /// How many of the columns, from the first, are values of the row's own block.
  public static var blockColumnCount: Int { FeatureLayout.blockValues.count }
  /// How many of the columns, to the last, are values of the page.
  public static var pageColumnCount: Int { FeatureLayout.pageValues.count }
  /// How many scales there are.
  public static var scaleCount: Int { FeatureLayout.Scales.count }

  private static func scales(of columns: [FeatureColumn]) -> [Int] {
    columns.map { FeatureLayout.scale(of: $0.source) ?? -1 }
  }

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
