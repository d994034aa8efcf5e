/// Collects the values of features in one flat array, row after row.
struct FeatureValues: FeatureSink {
  /// The values.
  var values: [Float] = []

  @inline(__always)
  mutating func add(_ name: @autoclosure () -> String, _ value: Float) { values.append(value) }
}
