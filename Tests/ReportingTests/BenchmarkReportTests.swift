import Evaluation
import Extraction
import Foundation
import Reporting
import Testing

struct BenchmarkReportTests {
  private static func page(_ id: String, hits: Int, hasRoles: Bool = true) -> BenchmarkPage {
    var score = PageScore(id: id)
    score.text = Overlap(hits: hits, found: 100, wanted: 100)
    score.shingles = Overlap(hits: hits, found: 100, wanted: 100)
    score.confidence = 0.8
    if hasRoles {
      score.roles = Array(
        repeating: Overlap(hits: hits, found: 100, wanted: 100), count: Role.allCases.count)
      score.confusion = RoleConfusion()
    }
    score.isTitleRight = true
    return BenchmarkPage(
      pageType: "article", language: "en", isHeldOut: true, score: score, byteCount: 5_000,
      seconds: 0.001)
  }

  private static func run(_ pages: [BenchmarkPage]) -> BenchmarkRun {
    BenchmarkRun(corpus: "<corpus>", extractor: "x", options: ["rules": "true"], pages: pages)
  }

  private static let pages = [page("a\"<b>", hits: 90), page("c", hits: 40)]

  @Test func savedRunComparesAsItself() throws {
    let run = Self.run(Self.pages)
    let bytes = BenchmarkJSON.encode(run)
    let saved = try JSONDecoder().decode(SavedBenchmark.self, from: Data(bytes))
    #expect(saved.schema == BenchmarkJSON.schema)
    let scores = saved.pages.map(\.score)
    var expected = run.pages.map(\.score)
    for index in expected.indices { expected[index].confusion = nil }
    #expect(scores == expected)
    let comparison = Comparison(of: run.pages.map(\.score), with: scores)
    #expect(comparison.rows.count > 10)
    #expect(comparison.rows.allSatisfy { $0.difference == 0 })
  }

  @Test func savedCountsThatCannotBeAreNotTaken() throws {
    let text = #"""
      {"schema":"winnow.bench/1","extractor":"x","pages":[{"id":"a","bytes":1,
      "text":[9,2,3],"shingles":[1,2],"roles":[[1,1,1]]}]}
      """#
    let saved = try JSONDecoder().decode(SavedBenchmark.self, from: Data(text.utf8))
    let score = try #require(saved.pages.first).score
    #expect(score.text == nil && score.shingles == nil && score.roles == nil)
  }

  @Test func reportHasPlotsAndNamesEscaped() {
    let run = Self.run(Self.pages)
    let comparison = NamedComparison(
      name: "<before>", pages: run.pages.map(\.score),
      base: Self.pages.reversed().map(\.score))
    let html = ReportPage.render(
      run, comparisons: [comparison], links: ["c": "report-pages/1.html"])
    #expect(html.components(separatedBy: "<svg").count - 1 == 7)
    #expect(html.contains("&lt;corpus&gt;") && html.contains("&lt;before&gt;"))
    #expect(html.contains("a&quot;&lt;b&gt;"))
    #expect(html.contains("<a href=\"report-pages/1.html\">c</a>"))
    #expect(!html.contains("<before>") && !html.contains(" style=\"") && !html.contains("nan"))
    #expect(html.contains("script-src 'none'"))
  }

  @Test func runWithoutRolesOrTimesHasAReportAllTheSame() {
    var page = Self.page("a", hits: 0, hasRoles: false)
    page.seconds = nil
    page.score.confidence = nil
    let run = Self.run([page])
    let html = ReportPage.render(run)
    #expect(!html.contains("Confidence") && !html.contains("Speed"))
    #expect(html.contains("Main text"))
    let table = BenchmarkTable.render(run)
    #expect(table.contains("Main text") && !table.contains("Roles"))
  }

  @Test func tableNamesFallsAndWorstPages() {
    let before = (0..<30).map { Self.page("\($0)", hits: 60) }
    let run = Self.run((0..<30).map { Self.page("\($0)", hits: 50) })
    let comparison = NamedComparison(
      name: "before", pages: run.pages.map(\.score), base: before.map(\.score))
    let table = BenchmarkTable.render(run, comparisons: [comparison], worstCount: 2)
    #expect(table.contains("Against before, the same 30 pages"))
    #expect(table.contains("FELL"))
    #expect(table.contains("Worst pages"))
    #expect(table.contains("rules true"))
  }
}
