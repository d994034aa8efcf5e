/// A label of a metric's value.
package struct MetricLabel: Hashable, Sendable {
  /// The label's name.
  package var name: String
  /// Its value; never what came from outside, such as the name of a file.
  package var value: String

  /// The label of that name.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
