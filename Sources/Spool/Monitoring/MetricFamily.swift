/// A metric and all its values.
package struct MetricFamily: Hashable, Sendable {
  /// Which metric it is.
  package var metric: Metric
  /// Its values, in the order in which they are written.
  package var samples: [MetricSample]

  /// A metric with these values.
  package init(_ metric: Metric, _ samples: [MetricSample]) {
    self.metric = metric
    self.samples = samples
  }

  /// A metric with one value and no labels.
  package init(_ metric: Metric, _ value: Double) {
    self.init(metric, [MetricSample(value)])
  }

  /// A metric with a value for each value of its one label.
  ///
  /// - Parameters:
  ///   - metric: The metric.
  ///   - label: The label's name.
  ///   - values: The label's values, each with the metric's.
  init(_ metric: Metric, by label: String, _ values: [(String, Double)]) {
    self.init(metric, values.map { MetricSample($0.1, [MetricLabel(label, $0.0)]) })
  }
}
