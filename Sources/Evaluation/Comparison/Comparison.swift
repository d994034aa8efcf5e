/// One extractor's figures beside another's, on the same pages.
public struct Comparison: Sendable {
  /// A figure of both.
  public struct Row: Sendable, Equatable {
    /// The figure.
    public var figure: Figure
    /// Its value now.
    public var value: Double
    /// Its value in what this is compared with.
    public var base: Double
    /// The interval of the difference.
    public var interval: Interval
    /// How probable it is that a difference so low comes by chance.
    public var fallProbability: Double
    /// How probable it is that a difference so high comes by chance.
    public var riseProbability: Double
    /// Whether it fell, by more than chance, all rows taken together.
    public var hasFallen = false
    /// Whether it rose, by more than chance, all rows taken together.
    public var hasRisen = false

    /// By how much the figure is higher now.
    public var difference: Double { value - base }
  }

  /// How improbable a fall or rise must be, over all figures together.
  public static let significance = 0.05

  /// The number of pages that both have.
  public let pageCount: Int
  /// The figures that both have.
  public let rows: [Row]

  /// Whether any figure fell by more than chance.
  public var hasFall: Bool { rows.contains(where: \.hasFallen) }

  /// Compares pages by their names; those that only one has are left out.
  public init(of pages: [PageScore], with base: [PageScore], figures: [Figure] = Figure.compared) {
    let others = Dictionary(base.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let pairs = pages.compactMap { page in others[page.id].map { (page, $0) } }
    pageCount = pairs.count
    let bootstrap = Bootstrap(pageCount: pairs.count)
    let now = pairs.map(\.0)
    let before = pairs.map(\.1)
    let rows = figures.compactMap { Self.row($0, now, before, bootstrap) }
    let falls = Self.significant(rows.map(\.fallProbability))
    let rises = Self.significant(rows.map(\.riseProbability))
    self.rows = rows.indices.map { index in
      var row = rows[index]
      row.hasFallen = falls[index]
      row.hasRisen = rises[index]
      return row
    }
  }

  private static func row(
    _ figure: Figure, _ now: [PageScore], _ before: [PageScore], _ bootstrap: Bootstrap
  ) -> Row? {
    // Only pages of which both say something: an extractor without roles is not one that finds none.
    let both = now.indices.filter {
      figure.terms(of: now[$0]) != nil && figure.terms(of: before[$0]) != nil
    }
    let pages = (both.map { now[$0] }, both.map { before[$0] })
    let columns = (FigureColumn(figure, of: pages.0), FigureColumn(figure, of: pages.1))
    guard let value = columns.0.value, let base = columns.1.value else { return nil }
    let draws = both.count == now.count ? bootstrap : Bootstrap(pageCount: both.count)
    let differences = draws.differences(of: figure, between: pages.0, and: pages.1)
    guard let interval = Bootstrap.interval(differences) else { return nil }
    let size = Double(differences.count + 1)
    return Row(
      figure: figure, value: value, base: base, interval: interval,
      fallProbability: Double(differences.count { $0 >= 0 } + 1) / size,
      riseProbability: Double(differences.count { $0 <= 0 } + 1) / size)
  }

  /// Which of the probabilities are small enough, so that chance makes any of them so in one case of twenty
  /// at the most (Holm 1979).
  static func significant(_ probabilities: [Double]) -> [Bool] {
    var result = [Bool](repeating: false, count: probabilities.count)
    let order = probabilities.indices.sorted { probabilities[$0] < probabilities[$1] }
    for (place, index) in order.enumerated() {
      guard probabilities[index] <= significance / Double(order.count - place) else { break }
      result[index] = true
    }
    return result
  }
}
