/// Confidence intervals by drawing pages anew with replacement (Efron 1979; the percentile method).
///
/// The draws come from a seed, so that the same pages give the same intervals.
public struct Bootstrap: Sendable {
  /// The share of the draws that an interval holds.
  public static let confidence = 0.95
  /// The draws of an interval: enough for its ends to be sure to some .001 on a hundred pages.
  public static let drawCount = 2_000

  private let draws: [[Int]]

  /// Draws of `count` pages out of as many.
  public init(pageCount count: Int, drawCount: Int = drawCount, seed: UInt64 = 2_025) {
    var generator = SeededGenerator(seed: seed)
    draws = (0..<(count > 0 ? drawCount : 0)).map { _ in
      (0..<count).map { _ in Int.random(in: 0..<count, using: &generator) }
    }
  }

  /// The interval of a figure over pages; `nil` where it has no value.
  public func interval(of figure: Figure, over pages: [PageScore]) -> Interval? {
    let column = FigureColumn(figure, of: pages)
    return Self.interval(draws.compactMap { column.value(of: $0) })
  }

  /// What a figure's difference is in each draw of the same pages.
  func differences(of figure: Figure, between pages: [PageScore], and base: [PageScore]) -> [Double]
  {
    let columns = (FigureColumn(figure, of: pages), FigureColumn(figure, of: base))
    return draws.compactMap { draw in
      guard let value = columns.0.value(of: draw), let before = columns.1.value(of: draw) else {
        return nil
      }
      return value - before
    }
  }

  /// The middle ``confidence`` of the values.
  static func interval(_ values: [Double]) -> Interval? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let tail = (1 - confidence) / 2
    let last = Double(sorted.count - 1)
    return Interval(
      low: sorted[Int((last * tail).rounded())], high: sorted[Int((last * (1 - tail)).rounded())])
  }
}
