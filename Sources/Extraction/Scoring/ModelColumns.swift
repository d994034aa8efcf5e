internal import CModel

/// The columns that the fitted trees look at; each has a slot in ``ColumnTiles``.
enum ModelColumns {
  /// For each column of the feature table and then of the context its slot, or -1.
  static let slots: [Int32] = {
    var slots = [Int32](repeating: -1, count: FeatureTable.columnCount + ContextTable.columnCount)
    precondition(
      Int(winnow_feature_count) == FeatureTable.columnCount,
      "the trees were fitted on other columns")
    for slot in 0..<count {
      slots[Int(winnow_column(Int32(slot)))] = Int32(slot)
    }
    return slots
  }()

  /// The number of slots.
  static let count = Int(winnow_column_count)
}
