/// Collects the names of the feature columns.
struct FeatureNames: FeatureSink {
  /// The names.
  var names: [String] = []

  mutating func add(_ name: @autoclosure () -> String, _ value: @autoclosure () -> Float) {
    names.append(name())
  }
}
