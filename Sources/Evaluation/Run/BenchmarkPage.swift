/// One page of a benchmark: what is known of it, how well it was read and what that cost.
public struct BenchmarkPage: Sendable, Equatable {
  /// The kind of page, as the corpus calls it.
  public var pageType: String?
  /// The primary tag of its language: the corpus's, else the one that was found.
  public var language: String?
  /// Whether no fit may see the page; `nil` where the corpus does not say.
  public var isHeldOut: Bool?
  /// How well it was read.
  public var score: PageScore
  /// The page's bytes, decompressed.
  public var byteCount: Int
  /// Processor time from opening the file to its record in JSON; `nil` where it was not taken.
  public var seconds: Double?
  /// Why the page could not be read, in words; `nil` when it could.
  public var problem: String?

  /// A page with all its fields.
  public init(
    pageType: String?, language: String?, isHeldOut: Bool?, score: PageScore, byteCount: Int,
    seconds: Double?, problem: String? = nil
  ) {
    self.pageType = pageType
    self.language = language
    self.isHeldOut = isHeldOut
    self.score = score
    self.byteCount = byteCount
    self.seconds = seconds
    self.problem = problem
  }

  /// The page's name in its corpus.
  public var id: String { score.id }
}
