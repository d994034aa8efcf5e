/// Where the values of a column of the feature table come from.
enum FeatureSource: Equatable {
  /// A value of the block so many places after the row's; -1 past the ends of the page.
  case block(value: Int, offset: Int)
  /// A value of the ancestor at a level: one of those around the block that hold ever more text.
  case ancestor(value: Int, level: Int)
  /// A value of the nearest repeated sibling around the block, or of the outermost.
  case card(value: Int, isOutermost: Bool)
  /// The distance to the nearest element of certain names.
  case element(mark: Int)
  /// The distance to the nearest class hint.
  case hint(mark: Int)
  /// A value of the page.
  case page(value: Int)
  /// What the trees for main content said of the block so many places after the row's; -1 past the ends.
  case context(value: Int, offset: Int)
  /// What the trees for main content said of the page.
  case pageContext(value: Int)
}
