public import Evaluation

/// A comparison and the name of what a run is compared with.
public struct NamedComparison: Sendable {
  /// What the run is compared with: an earlier run or another extractor.
  public var name: String
  /// The comparison.
  public var comparison: Comparison
  /// The figures of what the run is compared with, over all its pages.
  public var summary: Summary

  /// A comparison of that name.
  public init(name: String, pages: [PageScore], base: [PageScore]) {
    self.name = name
    comparison = Comparison(of: pages, with: base)
    summary = Summary(of: base, figures: Figure.compared + [.textPrecision, .textRecall])
  }
}
