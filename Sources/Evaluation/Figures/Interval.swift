/// A range in which a figure lies with a stated confidence.
public struct Interval: Sendable, Equatable {
  /// The lower end.
  public var low: Double
  /// The upper end.
  public var high: Double

  /// An interval between two ends.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}
