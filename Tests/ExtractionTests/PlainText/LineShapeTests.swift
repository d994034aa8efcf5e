import Testing

@testable import Extraction

struct LineShapeTests {
  @Test(arguments: [
    ("Published 4 March 2023", true), ("2023-03-04", true), ("12/09/1987", true), ("March", false),
    ("20234", false), ("Room 1200", false), ("٢٠٢٣", true),
    ("2023 " + String(repeating: "a", count: 200), false),
  ])
  func yearDatesALine(text: String, isDated: Bool) {
    #expect(DateText.isDated(text) == isDated)
  }

  @Test(arguments: [
    ("March 20, 2026", true), ("20/03/2026", true), ("In 2026", false),
    ("On March 20, 2026, the town met", false), ("+44 20 7946 0958", false),
  ])
  func dateIsAlone(text: String, isAlone: Bool) {
    let counts = BlockStatisticsReader.statistics(of: Array(text.utf8).span)
    #expect(DateText.isDateOnly(counts) == isAlone)
  }

  @Test(arguments: [
    ("Comments", true), ("12 comments", true), ("Kommentare (3)", true), ("评论", true),
    ("تعليقات:", true),
    ("Leave a comment", true), ("She declined to comment on it", false), ("Commentary", false),
  ])
  func wordsBeginComments(text: String, begins: Bool) {
    #expect(CommentHeadings.begins(text) == begins)
  }

  @Test(arguments: [(3, 0), (4, 4), (9, 9)])
  func tickerTakesFourLines(count: Int, found: Int) {
    let lines =
      Array(repeating: "ACME 12.30 up 0.4 (3.1%)", count: count) + ["Then text begins here."]
    let statistics = lines.map { BlockStatisticsReader.statistics(of: Array($0.utf8).span) }
    #expect(TickerRuns.find(statistics).count == found)
  }
}
