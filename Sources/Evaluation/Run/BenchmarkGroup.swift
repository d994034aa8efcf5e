/// Pages of a benchmark that have something in common, and their figures.
public struct BenchmarkGroup: Sendable {
  /// What the pages have in common.
  public enum Kind: String, Sendable, CaseIterable {
    /// Nothing but their corpus.
    case all
    /// Whether a fit may see them.
    case fit
    /// Their kind.
    case pageType
    /// Their language.
    case language
  }

  /// The figures that a group has.
  static let figures: [Figure] = [
    .textF1, .textPrecision, .textRecall, .shingleF1, .shinglePrecision, .shingleRecall, .exact,
    .kept, .leaked, .roleAccuracy, .pageRoleAccuracy, .title, .author, .published, .pageType,
    .language,
  ]

  /// What the pages have in common.
  public let kind: Kind
  /// Their value of it: `article`, `de`, `held out`.
  public let name: String
  /// Their figures.
  public let summary: Summary

  /// All groups of the pages: all of them, then by fit, kind and language, the names sorted.
  public static func groups(of pages: [BenchmarkPage]) -> [BenchmarkGroup] {
    Kind.allCases.flatMap { kind in
      let named = Dictionary(grouping: pages) { kind.name(of: $0) }
      return named.sorted { ($0.key ?? "") < ($1.key ?? "") }.compactMap { name, pages in
        name.map { BenchmarkGroup(kind: kind, name: $0, pages: pages.map(\.score)) }
      }
    }
  }

  private init(kind: Kind, name: String, pages: [PageScore]) {
    self.kind = kind
    self.name = name
    // Other groups show the intervals of their text alone, which is what their tables have.
    summary = Summary(
      of: pages, figures: kind == .all ? Self.figures + Self.roleFigures : Self.figures,
      intervals: kind == .all ? Set(Self.figures + Self.roleFigures) : [.textF1, .roleAccuracy])
  }

  private static let roleFigures = Figure.compared.filter {
    if case .roleF1 = $0 { true } else { false }
  }
}

extension BenchmarkGroup.Kind {
  /// The name of the page's group; `nil` when it is in none.
  func name(of page: BenchmarkPage) -> String? {
    switch self {
    case .all: "all"
    case .fit: page.isHeldOut.map { $0 ? "held out" : "fitted on" }
    case .pageType: page.pageType
    case .language: page.language
    }
  }
}
