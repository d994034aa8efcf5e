/// How well what an extractor expects of itself agrees with what it reaches.
public struct Reliability: Sendable, Equatable {
  /// Pages whose confidence lies in one tenth of the scale.
  public struct Bin: Sendable, Equatable {
    /// The tenth: 0 for confidences under .1, 9 for those from .9 on.
    public var tenth: Int
    /// The number of pages.
    public var count: Int
    /// Their mean confidence.
    public var confidence: Double
    /// Their mean word F1.
    public var f1: Double
  }

  /// The number of pages with both.
  public var count: Int
  /// Pearson's coefficient of confidence and word F1; 0 where one of the two does not vary.
  public var correlation: Double
  /// The mean of the absolute difference of confidence and word F1.
  public var meanError: Double
  /// The mean over pages of how far their bin's confidence is from its F1 (expected calibration error).
  public var calibrationError: Double
  /// The bins that hold pages, in rising order.
  public var bins: [Bin]

  /// Measures pages; `nil` where no page has both a confidence and a main text.
  public init?(of pages: [PageScore]) {
    let pairs = pages.compactMap { page in
      page.confidence.flatMap { confidence in
        page.text.map { (confidence, $0.scoresOfPage.f1) }
      }
    }
    guard !pairs.isEmpty else { return nil }
    let size = Double(pairs.count)
    count = pairs.count
    correlation = Self.correlation(pairs)
    meanError = pairs.reduce(0) { $0 + abs($1.0 - $1.1) } / size
    bins = Dictionary(grouping: pairs) { min(max(Int($0.0 * 10), 0), 9) }
      .map { tenth, members in
        let size = Double(members.count)
        return Bin(
          tenth: tenth, count: members.count,
          confidence: members.reduce(0) { $0 + $1.0 } / size,
          f1: members.reduce(0) { $0 + $1.1 } / size)
      }.sorted { $0.tenth < $1.tenth }
    calibrationError = bins.reduce(0) { $0 + Double($1.count) / size * abs($1.confidence - $1.f1) }
  }

  private static func correlation(_ pairs: [(Double, Double)]) -> Double {
    let size = Double(pairs.count)
    let middle = (
      pairs.reduce(0) { $0 + $1.0 } / size, pairs.reduce(0) { $0 + $1.1 } / size
    )
    var products = 0.0
    var squares = (0.0, 0.0)
    for pair in pairs {
      products += (pair.0 - middle.0) * (pair.1 - middle.1)
      squares.0 += (pair.0 - middle.0) * (pair.0 - middle.0)
      squares.1 += (pair.1 - middle.1) * (pair.1 - middle.1)
    }
    let scale = (squares.0 * squares.1).squareRoot()
    return scale > 0 ? products / scale : 0
  }
}
