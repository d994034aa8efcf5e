/// How the values of a metric behave, in the words of Prometheus.
package enum MetricKind: String, Sendable {
  /// A number that only grows while the process lives.
  case counter
  /// A number that goes up and down.
  case gauge
  /// Observations, counted by upper bounds.
  case histogram
}
