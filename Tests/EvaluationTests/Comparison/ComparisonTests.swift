import Testing

@testable import Evaluation

struct ComparisonTests {
  /// Pages whose texts have so many of a hundred words right.
  private static func pages(_ hits: [Int]) -> [PageScore] {
    hits.enumerated().map { index, hits in
      var page = PageScore(id: "\(index)")
      page.text = Overlap(hits: hits, found: 100, wanted: 100)
      return page
    }
  }

  @Test func sameRunHasNeitherFallenNorRisen() throws {
    let pages = Self.pages([50, 60, 90])
    let row = try #require(Comparison(of: pages, with: pages).rows.first)
    #expect(row.difference == 0)
    #expect(!row.hasFallen && !row.hasRisen)
    #expect(row.interval == Interval(low: 0, high: 0))
  }

  @Test func fallOfEveryPageIsNamed() throws {
    let before = (0..<30).map { 40 + $0 }
    let comparison = Comparison(of: Self.pages(before.map { $0 - 2 }), with: Self.pages(before))
    let row = try #require(comparison.rows.first)
    #expect(comparison.hasFall)
    #expect(row.figure == .textF1)
    #expect(abs(row.difference + 0.02) < 1e-9)
    #expect(
      Comparison(of: Self.pages(before), with: Self.pages(before.map { $0 - 2 })).rows[0].hasRisen)
  }

  @Test func fallOfOnePageIsChance() {
    let before = Array(repeating: 80, count: 30)
    var after = before
    after[7] = 10
    #expect(!Comparison(of: Self.pages(after), with: Self.pages(before)).hasFall)
  }

  @Test func upsAndDownsAreChance() {
    let before = Array(repeating: 50, count: 30)
    let after = before.indices.map { $0 % 2 == 0 ? 60 : 40 }
    #expect(!Comparison(of: Self.pages(after), with: Self.pages(before)).hasFall)
  }

  @Test func pagesOfOneRunAloneAreLeftOut() throws {
    let comparison = Comparison(of: Self.pages([50, 60, 70]), with: Self.pages([50, 60]))
    #expect(comparison.pageCount == 2)
    #expect(try #require(comparison.rows.first).difference == 0)
  }

  @Test func whatOneDoesNotMeasureIsNotCompared() {
    var titled = Self.pages([50, 60])
    for index in titled.indices { titled[index].isTitleRight = true }
    let figures = Comparison(of: titled, with: Self.pages([50, 60])).rows.map(\.figure)
    #expect(figures == [.textF1])
  }

  @Test func manyFiguresAskForMoreCertainty() {
    #expect(Comparison.significant([0.04]) == [true])
    #expect(Comparison.significant([0.04, 0.9]) == [false, false])
    #expect(Comparison.significant([0.01, 0.9, 0.04]) == [true, false, false])
    #expect(Comparison.significant([0.01, 0.02]) == [true, true])
  }
}
