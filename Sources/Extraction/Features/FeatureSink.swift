/// Takes in the values of one thing, be it a block, an element or a page, one after another.
///
/// The same code gives the values to one sink and their names to another, so that the two cannot part.
protocol FeatureSink {
  /// Adds the next value; a sink of names leaves it uncomputed.
  mutating func add(_ name: @autoclosure () -> String, _ value: @autoclosure () -> Float)
}
