public import Extraction

/// One number that sums up pages.
public enum Figure: Hashable, Sendable {
  /// The mean word F1 of the main text.
  case textF1
  /// The mean word precision of the main text.
  case textPrecision
  /// The mean word recall of the main text.
  case textRecall
  /// F1 of the mean precision and recall of runs of four words, as the Article Extraction Benchmark has it.
  case shingleF1
  /// The mean precision of runs of four words, over pages where some were found.
  case shinglePrecision
  /// The mean recall of runs of four words, over pages where some are wanted.
  case shingleRecall
  /// The share of pages whose text is right to the last word.
  case exact
  /// The mean share of the phrases that a text must have.
  case kept
  /// The mean share of the phrases that a text must not have.
  case leaked
  /// Word F1 of a role over all pages together.
  case roleF1(Role)
  /// The share of the words of all pages together that are under their role.
  case roleAccuracy
  /// The mean over pages of the share of words under their role.
  case pageRoleAccuracy
  /// The share of pages whose title is right.
  case title
  /// The mean word F1 of the authors.
  case author
  /// The share of pages whose day of publication is right.
  case published
  /// The share of pages whose kind is right.
  case pageType
  /// The share of pages whose language is right.
  case language

  /// The figures that two extractors are compared by: those that one wants high.
  public static let compared: [Figure] =
    [.textF1, .shingleF1, .exact] + Role.allCases.map { .roleF1($0) } + [
      .roleAccuracy, .title, .author, .published, .pageType,
    ]

  /// The figure's name in JSON: `text`, `role.title`.
  public var name: String {
    switch self {
    case .textF1: "text"
    case .textPrecision: "textPrecision"
    case .textRecall: "textRecall"
    case .shingleF1: "shingles"
    case .shinglePrecision: "shinglePrecision"
    case .shingleRecall: "shingleRecall"
    case .exact: "exact"
    case .kept: "kept"
    case .leaked: "leaked"
    case .roleF1(let role): "role." + role.name
    case .roleAccuracy: "roleAccuracy"
    case .pageRoleAccuracy: "pageRoleAccuracy"
    case .title: "title"
    case .author: "author"
    case .published: "published"
    case .pageType: "pageType"
    case .language: "language"
    }
  }

  /// What a page adds to the figure; `nil` for a page that says nothing of it.
  func terms(of page: PageScore) -> FigureSums? {
    switch self {
    case .textF1: page.text.map { .mean($0.scoresOfPage.f1) }
    case .textPrecision: page.text.map { .mean($0.scoresOfPage.precision) }
    case .textRecall: page.text.map { .mean($0.scoresOfPage.recall) }
    case .shingleF1: page.shingles.map(Self.shingleTerms)
    case .shinglePrecision: page.shingles.map(Self.shingleTerms)?.first
    case .shingleRecall: page.shingles.map(Self.shingleTerms)?.second
    case .exact: page.shingles.map { .mean($0.hits == $0.found && $0.hits == $0.wanted) }
    case .kept: page.text.map { _ in .mean(page.kept ?? 1) }
    case .leaked: page.text.map { _ in .mean(page.leaked ?? 0) }
    case .roleF1(let role): page.roles.map { .pooled($0[Int(role.rawValue)]) }
    case .roleAccuracy: page.roles.map(Self.accuracyTerms)
    case .pageRoleAccuracy: page.roleAccuracy.map { .mean($0) }
    case .title: page.isTitleRight.map { .mean($0) }
    case .author: page.authorF1.map { .mean($0) }
    case .published: page.isDayRight.map { .mean($0) }
    case .pageType: page.isTypeRight.map { .mean($0) }
    case .language: page.isLanguageRight.map { .mean($0) }
    }
  }

  private static func accuracyTerms(_ roles: [Overlap]) -> FigureSums {
    var hits = 0
    var wanted = 0
    for role in roles {
      hits += role.hits
      wanted += role.wanted
    }
    return FigureSums(Double(hits), over: Double(wanted))
  }

  private static func shingleTerms(_ overlap: Overlap) -> FigureSums {
    var sums = FigureSums.zero
    if overlap.found > 0 { sums += FigureSums(overlap.precision, over: 1) }
    if overlap.wanted > 0 { sums += FigureSums(0, over: 0, and: overlap.recall, over: 1) }
    return sums
  }
}
