import Evaluation
import Extraction
import Testing

struct BenchmarkRunTests {
  private static func page(
    _ id: String, hits: Int, type: String? = nil, heldOut: Bool? = nil, bytes: Int = 1_000,
    seconds: Double? = nil
  ) -> BenchmarkPage {
    var score = PageScore(id: id)
    score.text = Overlap(hits: hits, found: 100, wanted: 100)
    return BenchmarkPage(
      pageType: type, language: "en", isHeldOut: heldOut, score: score, byteCount: bytes,
      seconds: seconds)
  }

  private static func run(_ pages: [BenchmarkPage]) -> BenchmarkRun {
    BenchmarkRun(corpus: "corpus", extractor: "extractor", options: [:], pages: pages)
  }

  @Test func groupsAreByFitTypeAndLanguage() {
    let run = Self.run([
      Self.page("a", hits: 100, type: "article", heldOut: true),
      Self.page("b", hits: 50, type: "forum", heldOut: false), Self.page("c", hits: 0),
    ])
    #expect(run.groups.map(\.name) == ["all", "fitted on", "held out", "article", "forum", "en"])
    #expect(run.groups.map { $0.summary[.textF1]?.value } == [0.5, 0.5, 1, 1, 0.5, 0.5])
  }

  @Test func worstPagesComeFirst() {
    let run = Self.run([
      Self.page("a", hits: 90), Self.page("b", hits: 10), Self.page("c", hits: 50),
    ])
    #expect(run.worstPages(2).map(\.id) == ["b", "c"])
    #expect(run.worstPages(9).count == 3)
  }

  @Test func speedIsByTheSizeOfPages() throws {
    let run = Self.run([
      Self.page("a", hits: 1, bytes: 1_000, seconds: 0.01),
      Self.page("b", hits: 1, bytes: 999_000, seconds: 0.49), Self.page("unread", hits: 0),
    ])
    let speed = try #require(run.speed)
    #expect(abs(speed.all.pagesPerSecond - 4) < 1e-9)
    #expect(abs(speed.all.megabytesPerSecond - 2) < 1e-9)
    #expect(speed.bins.map(\.speed.count) == [1, 1])
    #expect(Self.run([Self.page("a", hits: 1)]).speed == nil)
  }

  @Test func figureUnderItsFloorIsNamed() {
    let floors = ["role.title": 0.8, "text": 0.5]
    #expect(QualityFloors.fallen(["role.title": 0.8, "text": 0.6], under: floors).isEmpty)
    #expect(
      QualityFloors.fallen(["role.title": 0.79, "text": 0.6], under: floors) == ["role.title"])
    #expect(QualityFloors.fallen(["role.title": 0.8], under: floors) == ["text"])
  }

  @Test func floorsAreOfTextRolesAndTypes() {
    var page = Self.page("a", hits: 50, type: "forum")
    let words = Overlap(hits: 1, found: 2, wanted: 2)
    page.score.roles = Array(repeating: words, count: Role.allCases.count)
    let figures = QualityFloors.measure([page])
    #expect(figures["text"] == 0.5)
    #expect(figures["pageRoleAccuracy.forum"] == 0.5)
    #expect(figures["title"] == nil)
  }

  @Test func hashTellsCorporaApart() {
    var first = CorpusHash()
    first.combine("a".utf8)
    // The value that FNV-1a gives for `a` (its authors' test vectors).
    #expect(first.text == "af63dc4c8601ec8c")
  }
}
