/// Collects the names of features.
struct FeatureNames: FeatureSink {
  /// The names.
  private(set) var names: [String] = []

  mutating func add(_ name: @autoclosure () -> String, _ value: @autoclosure () -> Float) {
    names.append(name())
  }
}
