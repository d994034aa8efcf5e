import Testing

@testable import winnow

struct ProgressLineTests {
  @Test func lineTellsRateTimeLeftAndFailures() {
    let line = ProgressLine(total: 10_000, done: 2_500, pages: 2_500, failed: 3)
    #expect(
      line.text(seconds: 20, columns: 80)
        == "2500/10000  25%  [======                    ]  125 pages/s  1:00 left  3 failed")
  }

  @Test(arguments: [20, 40, 60, 80, 200])
  func lineLeavesTheLastColumnFree(columns: Int) {
    let text = ProgressLine(total: 99_999, done: 12_345, pages: 12_345, failed: 678).text(
      seconds: 100, columns: columns)
    #expect(text.count < columns)
  }

  @Test func narrowTerminalHasNoBar() {
    let text = ProgressLine(total: 10, done: 5, pages: 5).text(seconds: 2.5, columns: 40)
    #expect(text == "5/10  50%  2.0 pages/s  0:03 left")
  }

  @Test func nothingIsSaidOfTheRateBeforeTheFirstPage() {
    let text = ProgressLine(total: 10).text(seconds: 0, columns: 40)
    #expect(text == "0/10  0%  -- pages/s  --:-- left")
  }

  @Test func longTimesHaveHours() {
    let text = ProgressLine(total: 100_000, done: 100, pages: 100).text(seconds: 10, columns: 60)
    #expect(text.hasSuffix("10.0 pages/s  2:46:30 left"))
  }

  @Test func pagesOfAContainerAreCountedBeforeItsEnd() {
    let text = ProgressLine(total: 1, pages: 250, failed: 2).text(seconds: 10, columns: 70)
    #expect(text.hasPrefix("0/1  0%  [  "))
    #expect(text.hasSuffix("]  25.0 pages/s  --:-- left  250 pages  2 failed"))
  }

  @Test func endIsWhole() {
    let text = ProgressLine(total: 4, done: 4, pages: 4).text(seconds: 1, columns: 60)
    #expect(text.hasPrefix("4/4  100%  [========"))
    #expect(text.contains("=]"))
  }
}
