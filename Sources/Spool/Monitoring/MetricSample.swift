/// One value of a metric.
package struct MetricSample: Hashable, Sendable {
  /// What follows the metric's name, such as `_bucket`.
  package var suffix: String
  /// The labels that tell it from the metric's other values.
  package var labels: [MetricLabel]
  /// The value.
  package var value: Double

  /// A sample with all its fields.
  package init(_ value: Double, _ labels: [MetricLabel] = [], suffix: String = "") {
    self.suffix = suffix
    self.labels = labels
    self.value = value
  }
}
