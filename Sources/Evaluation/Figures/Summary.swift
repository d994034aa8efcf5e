import Extraction

/// The figures of some pages.
public struct Summary: Sendable {
  /// A figure with its interval and the pages that speak of it.
  public struct Entry: Sendable, Equatable {
    /// The figure.
    public var value: Double
    /// Its interval; `nil` where none was asked for.
    public var interval: Interval?
    /// The pages that say something of it.
    public var count: Int
  }

  /// The number of pages.
  public let pageCount: Int
  /// Words by role over all pages together, indexed by `Role.rawValue`; `nil` where no page has roles.
  public let roles: [Overlap]?
  private let entries: [Figure: Entry]

  /// Sums up pages.
  ///
  /// - Parameters:
  ///   - pages: The pages' scores.
  ///   - figures: The figures that are wanted.
  ///   - intervals: Those that are to have intervals, which take a while.
  public init(of pages: [PageScore], figures: [Figure], intervals: Set<Figure> = []) {
    pageCount = pages.count
    let bootstrap = intervals.isEmpty ? nil : Bootstrap(pageCount: pages.count)
    var entries: [Figure: Entry] = [:]
    for figure in figures {
      let column = FigureColumn(figure, of: pages)
      guard let value = column.value else { continue }
      entries[figure] = Entry(
        value: value,
        interval: intervals.contains(figure) ? bootstrap?.interval(of: figure, over: pages) : nil,
        count: column.count)
    }
    self.entries = entries
    let labelled = pages.compactMap(\.roles)
    roles = labelled.isEmpty ? nil : Self.sum(labelled)
  }

  /// A figure; `nil` where no page says anything of it.
  public subscript(figure: Figure) -> Entry? { entries[figure] }

  /// The mean of the word F1 of the roles that the pages have.
  public var macroF1: Double? {
    let scores = (roles ?? []).filter { $0.wanted > 0 }.map(\.f1)
    return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
  }

  private static func sum(_ pages: [[Overlap]]) -> [Overlap] {
    var sums = [Overlap](repeating: Overlap(), count: Role.allCases.count)
    for page in pages {
      for role in page.indices { sums[role] += page[role] }
    }
    return sums
  }
}
