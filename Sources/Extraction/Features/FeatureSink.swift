/// Takes in the features of a block, column after column.
///
/// The same code gives the values to one sink and the column names to another, so that the two cannot part.
protocol FeatureSink {
  /// Adds the next column; a sink that does not want it leaves its value uncomputed.
  mutating func add(_ name: @autoclosure () -> String, _ value: @autoclosure () -> Float)
}
