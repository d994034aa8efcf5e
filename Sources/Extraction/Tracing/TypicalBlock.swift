internal import CTypicalBlock

/// A block as most blocks are: the median of every column over the blocks of the project's own pages.
///
/// `Scripts/model/fit.py` counts them. A group of features is neutral when it has these values.
enum TypicalBlock {
  /// One value a column, of the feature table and then of the context.
  static let values: [Float] = {
    precondition(
      Int(winnow_typical_count) == ProbabilityProbe.columnCount,
      "the medians are of other columns: run make model")
    return (0..<winnow_typical_count).map { winnow_typical_value($0) }
  }()

  /// The hash of the names of the columns that the medians are of.
  static let namesHash = winnow_typical_names
}
