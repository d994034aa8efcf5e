/// Something that was said, and when.
package struct TimedMessage: Hashable, Sendable {
  /// What was said.
  package var text: String
  /// When, in nanoseconds since 1970.
  package var time: Int64

  /// That text at that time.
  package init(_ text: String, at time: Int64) {
    self.text = text
    self.time = time
  }
}
