import Evaluation
import Testing

struct ReliabilityTests {
  private static func page(confidence: Double, hits: Int) -> PageScore {
    var page = PageScore(id: "page")
    page.confidence = confidence
    page.text = Overlap(hits: hits, found: 100, wanted: 100)
    return page
  }

  @Test func perfectConfidenceHasNoError() throws {
    let pages = [10, 55, 90, 100].map { Self.page(confidence: Double($0) / 100, hits: $0) }
    let reliability = try #require(Reliability(of: pages))
    #expect(reliability.correlation > 0.999)
    #expect(reliability.meanError < 1e-9)
    #expect(reliability.calibrationError < 1e-9)
    #expect(reliability.bins.map(\.tenth) == [1, 5, 9])
    #expect(reliability.bins.last?.count == 2)
  }

  @Test func confidenceThatNeverVariesTellsNothing() throws {
    let pages = [10, 90].map { Self.page(confidence: 0.5, hits: $0) }
    let reliability = try #require(Reliability(of: pages))
    #expect(reliability.correlation == 0)
    #expect(abs(reliability.meanError - 0.4) < 1e-9)
    #expect(reliability.calibrationError < 1e-9)
  }

  @Test func pagesWithoutConfidenceAreNotMeasured() {
    #expect(Reliability(of: [PageScore(id: "page")]) == nil)
  }
}
