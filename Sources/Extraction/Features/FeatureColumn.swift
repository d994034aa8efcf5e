/// A column of the feature table.
struct FeatureColumn: Equatable {
  /// Its name.
  let name: String
  /// Where its values come from.
  let source: FeatureSource
}
