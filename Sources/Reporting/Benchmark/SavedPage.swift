public import Evaluation
import Extraction
import RecordEncoding

/// A page in a saved benchmark: all that is needed to compare it with a later one.
public struct SavedPage: Decodable, Sendable {
  private var id: String
  private var pageType: String?
  private var language: String?
  private var heldOut: Bool?
  /// Counts of the overlap: hits, found, wanted.
  private var text: [Int]?
  private var shingles: [Int]?
  private var kept: Double?
  private var leaked: Double?
  /// One overlap a role, in the order of the roles.
  private var roles: [[Int]]?
  private var title: Bool?
  private var author: Double?
  private var published: Bool?
  private var pageTypeRight: Bool?
  private var languageRight: Bool?
  private var confidence: Double?
  private var bytes: Int
  private var seconds: Double?
  private var problem: String?

  /// A page to save.
  init(_ page: BenchmarkPage) {
    let score = page.score
    id = page.id
    pageType = page.pageType
    language = page.language
    heldOut = page.isHeldOut
    text = score.text.map(Self.counts)
    shingles = score.shingles.map(Self.counts)
    kept = score.kept
    leaked = score.leaked
    roles = score.roles.map { $0.map(Self.counts) }
    title = score.isTitleRight
    author = score.authorF1
    published = score.isDayRight
    pageTypeRight = score.isTypeRight
    languageRight = score.isLanguageRight
    confidence = score.confidence
    bytes = page.byteCount
    seconds = page.seconds
    problem = page.problem
  }

  /// The page's score; what is not saved, the confusion of roles, is missing.
  public var score: PageScore {
    var score = PageScore(id: id)
    score.text = text.flatMap(Self.overlap)
    score.shingles = shingles.flatMap(Self.overlap)
    score.kept = kept
    score.leaked = leaked
    let overlaps = roles?.compactMap(Self.overlap)
    score.roles = overlaps?.count == Role.allCases.count ? overlaps : nil
    score.isTitleRight = title
    score.authorF1 = author
    score.isDayRight = published
    score.isTypeRight = pageTypeRight
    score.isLanguageRight = languageRight
    score.confidence = confidence
    return score
  }

  /// Writes the page as an object.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("id")
    writer.string(id)
    writer.key("pageType")
    writer.string(pageType)
    writer.key("language")
    writer.string(language)
    writeCounts(to: &writer)
    for (name, value) in [
      ("heldOut", heldOut), ("title", title), ("published", published),
      ("pageTypeRight", pageTypeRight), ("languageRight", languageRight),
    ] {
      writer.key(name)
      writer.boolean(value)
    }
    for (name, value) in [
      ("kept", kept), ("leaked", leaked), ("author", author), ("confidence", confidence),
      ("seconds", seconds),
    ] {
      writer.key(name)
      writer.exactNumber(value)
    }
    writer.key("bytes")
    writer.integer(bytes)
    writer.key("problem")
    writer.string(problem)
    writer.endObject()
  }

  private func writeCounts(to writer: inout JSONWriter) {
    for (name, counts) in [("text", text), ("shingles", shingles)] {
      writer.key(name)
      Self.write(counts, to: &writer)
    }
    writer.key("roles")
    guard let roles else { return writer.null() }
    writer.beginArray()
    for counts in roles { Self.write(counts, to: &writer) }
    writer.endArray()
  }

  private static func write(_ counts: [Int]?, to writer: inout JSONWriter) {
    guard let counts else { return writer.null() }
    writer.beginArray()
    for count in counts { writer.integer(count) }
    writer.endArray()
  }

  /// More words than any page has; sums of a file that says otherwise could overflow.
  private static let mostWords = 1 << 40

  private static func counts(_ overlap: Overlap) -> [Int] {
    [overlap.hits, overlap.found, overlap.wanted]
  }

  private static func overlap(_ counts: [Int]) -> Overlap? {
    guard counts.count == 3, counts.allSatisfy({ (0...mostWords).contains($0) }),
      counts[0] <= min(counts[1], counts[2])
    else { return nil }
    return Overlap(hits: counts[0], found: counts[1], wanted: counts[2])
  }
}
