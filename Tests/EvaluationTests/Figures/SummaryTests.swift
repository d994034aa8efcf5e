import Evaluation
import Extraction
import Testing

struct SummaryTests {
  private static func page(_ id: String, text: Overlap) -> PageScore {
    var page = PageScore(id: id)
    page.text = text
    page.shingles = text
    return page
  }

  @Test func textIsTheMeanOfPages() {
    let pages = [
      Self.page("a", text: Overlap(hits: 1, found: 1, wanted: 1)),
      Self.page("b", text: Overlap(hits: 0, found: 99, wanted: 1)),
    ]
    let summary = Summary(of: pages, figures: [.textF1, .exact, .title])
    #expect(summary[.textF1]?.value == 0.5)
    #expect(summary[.exact]?.value == 0.5)
    #expect(summary[.title] == nil)
  }

  @Test func shinglesAreMeansOfTheirOwnPages() {
    let pages = [
      Self.page("a", text: Overlap(hits: 1, found: 2, wanted: 1)),
      Self.page("nothing found", text: Overlap(hits: 0, found: 0, wanted: 3)),
      Self.page("nothing at all", text: Overlap()),
    ]
    let summary = Summary(of: pages, figures: [.shinglePrecision, .shingleRecall, .shingleF1])
    #expect(summary[.shinglePrecision]?.value == 0.5)
    #expect(summary[.shingleRecall]?.value == 0.5)
    #expect(summary[.shingleF1]?.value == 0.5)
    #expect(summary[.shinglePrecision]?.count == 1)
  }

  @Test func rolesArePooled() {
    var first = PageScore(id: "a")
    first.roles = Array(repeating: Overlap(), count: Role.allCases.count)
    first.roles?[Int(Role.title.rawValue)] = Overlap(hits: 1, found: 1, wanted: 1)
    var second = first
    second.roles?[Int(Role.title.rawValue)] = Overlap(hits: 0, found: 9, wanted: 9)
    let summary = Summary(
      of: [first, second], figures: [.roleF1(.title), .roleAccuracy, .pageRoleAccuracy])
    #expect(summary[.roleF1(.title)]?.value == 0.1)
    #expect(summary[.roleAccuracy]?.value == 0.1)
    #expect(summary[.pageRoleAccuracy]?.value == 0.5)
    #expect(summary.macroF1 == 0.1)
  }

  @Test func intervalsAreTheSameEachTime() throws {
    let pages = (0..<40).map {
      Self.page("\($0)", text: Overlap(hits: $0, found: 40, wanted: 40))
    }
    let interval = try #require(
      Summary(of: pages, figures: [.textF1], intervals: [.textF1])[.textF1]?.interval)
    #expect(
      Summary(of: pages, figures: [.textF1], intervals: [.textF1])[.textF1]?.interval == interval)
    #expect(interval.low < 0.4875 && interval.high > 0.4875)
    // The standard error of the mean is .046; the interval is some four of them wide.
    #expect((0.15...0.21).contains(interval.high - interval.low))
  }

  @Test func nothingHasNoFigures() {
    let summary = Summary(of: [], figures: [.textF1], intervals: [.textF1])
    #expect(summary[.textF1] == nil)
    #expect(summary.macroF1 == nil)
  }
}
