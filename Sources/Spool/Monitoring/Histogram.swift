/// Durations counted by upper bounds.
package struct Histogram: Hashable, Sendable {
  /// Upper bounds in seconds: from a small page on a fast core, by way of the limit on a page, to a file
  /// that waits for half an hour behind others.
  package static let bounds = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800,
  ]

  private var counts = [Int](repeating: 0, count: bounds.count + 1)
  /// The sum of all durations, in seconds.
  package private(set) var sum = 0.0

  /// No durations.
  package init() {}

  /// The number of durations.
  package var count: Int { counts.reduce(0, +) }

  /// Counts a duration; one below zero counts as zero.
  package mutating func observe(_ duration: Duration) {
    let seconds = max(0, duration / .seconds(1))
    counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
    sum += seconds
  }

  /// The values that Prometheus expects, with `labels` on each.
  package func samples(_ labels: [MetricLabel]) -> [MetricSample] {
    var total = 0
    var samples: [MetricSample] = []
    for (bound, count) in zip(Self.bounds + [.infinity], counts) {
      total += count
      let label = MetricLabel("le", PrometheusText.number(bound))
      samples.append(MetricSample(Double(total), labels + [label], suffix: "_bucket"))
    }
    samples.append(MetricSample(sum, labels, suffix: "_sum"))
    samples.append(MetricSample(Double(total), labels, suffix: "_count"))
    return samples
  }
}
