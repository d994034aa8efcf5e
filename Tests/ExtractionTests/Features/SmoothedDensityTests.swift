import Testing

@testable import Extraction

struct SmoothedDensityTests {
  @Test func singleValueSpreadsSymmetrically() {
    var smoothed = SmoothedDensity()
    var series = [Float](repeating: 0, count: 101)
    series[50] = 1
    smoothed.compute(series)
    for values in smoothed.values {
      #expect(abs(values.reduce(0, +) - 1) < 0.0001)
      for offset in 1...50 { #expect(values[50 - offset] == values[50 + offset]) }
      #expect(values[50] > values[51])
    }
    // exp(-1/2) of the middle, one deviation of one block away.
    #expect(abs(smoothed.values[0][51] / smoothed.values[0][50] - 0.6065) < 0.001)
  }

  @Test func widerSmoothingIsFlatter() {
    var smoothed = SmoothedDensity()
    var series = [Float](repeating: 0, count: 101)
    series[50] = 1
    smoothed.compute(series)
    #expect(smoothed.largest == smoothed.largest.sorted(by: >))
    #expect(smoothed.largest == smoothed.values.map { $0[50] })
  }

  @Test func constantSeriesStaysConstantAwayFromTheEnds() {
    var smoothed = SmoothedDensity()
    smoothed.compute([Float](repeating: 3, count: 200))
    for values in smoothed.values { #expect(abs(values[100] - 3) < 0.001) }
  }

  @Test func emptySeriesIsEmpty() {
    var smoothed = SmoothedDensity()
    smoothed.compute([])
    #expect(smoothed.values.allSatisfy { $0.isEmpty })
  }
}
