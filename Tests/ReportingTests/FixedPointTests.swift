import Testing

@testable import Reporting

struct FixedPointTests {
  @Test(arguments: [
    (0.8695, 4, "0.8695"), (0.05, 1, "0.1"), (-0.05, 2, "-0.05"), (1, 4, "1.0000"), (12.5, 0, "13"),
    (-0.00001, 4, "0.0000"), (.nan, 2, "–"), (1e300, 2, "1e+300"),
  ])
  func numberHasItsDecimals(_ value: Double, _ decimals: Int, _ text: String) {
    #expect(FixedPoint.text(value, decimals: decimals) == text)
  }

  @Test func sharesAndDifferencesAreWrittenAsPeopleDo() {
    #expect(FixedPoint.share(nil) == "–")
    #expect(FixedPoint.brief(0.934) == ".93")
    #expect(FixedPoint.brief(1) == "1.00")
    #expect(FixedPoint.difference(0) == "+0.0000")
    #expect(FixedPoint.difference(-0.01) == "-0.0100")
  }
}
