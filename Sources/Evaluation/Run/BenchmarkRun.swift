/// A corpus read by one extractor: every page's score, and what they come to.
public struct BenchmarkRun: Sendable {
  /// The corpus's name.
  public let corpus: String
  /// What read it: `winnow 0.1.0, trees-…`.
  public let extractor: String
  /// The options that differ from their defaults, by name.
  public let options: [String: String]
  /// The pages, in the order of the corpus.
  public let pages: [BenchmarkPage]
  /// The figures of all pages and of groups of them.
  public let groups: [BenchmarkGroup]
  /// How well confidence agrees with quality; `nil` where it was not told.
  public let reliability: Reliability?
  /// Words by true and found role; `nil` where no page has roles.
  public let confusion: RoleConfusion?
  /// How fast the pages were read; `nil` where no time was taken.
  public let speed: Speed?

  /// Sums up pages.
  public init(
    corpus: String, extractor: String, options: [String: String], pages: [BenchmarkPage]
  ) {
    self.corpus = corpus
    self.extractor = extractor
    self.options = options
    self.pages = pages
    groups = BenchmarkGroup.groups(of: pages)
    reliability = Reliability(of: pages.map(\.score))
    speed = Speed(of: pages)
    let confusions = pages.compactMap(\.score.confusion)
    confusion =
      confusions.isEmpty ? nil : confusions.reduce(into: RoleConfusion()) { $0 += $1 }
  }

  /// The figures of all pages.
  public var summary: Summary? { groups.first { $0.kind == .all }?.summary }

  /// The pages that were read worst: by word F1 of the text, then by words under the right role.
  public func worstPages(_ count: Int) -> [BenchmarkPage] {
    func quality(_ page: BenchmarkPage) -> (Double, Double, String) {
      (
        page.score.text?.scoresOfPage.f1 ?? page.score.roleAccuracy ?? 1,
        page.score.roleAccuracy ?? 1, page.id
      )
    }
    return Array(pages.sorted { quality($0) < quality($1) }.prefix(count))
  }
}
