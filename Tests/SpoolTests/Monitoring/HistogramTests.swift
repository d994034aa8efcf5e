import Spool
import Testing

struct HistogramTests {
  @Test func bucketsAddUp() {
    var histogram = Histogram()
    for duration in [Duration.milliseconds(1), .milliseconds(2), .seconds(7), .seconds(9000)] {
      histogram.observe(duration)
    }
    let samples = histogram.samples([])
    func bucket(_ bound: String) -> Double? {
      samples.first { $0.labels == [MetricLabel("le", bound)] }?.value
    }
    #expect(bucket("0.001") == 1)
    #expect(bucket("0.0025") == 2)
    #expect(bucket("5") == 2)
    #expect(bucket("10") == 3)
    #expect(bucket("1800") == 3)
    #expect(bucket("+Inf") == 4)
    #expect(samples.last == MetricSample(4, suffix: "_count"))
  }

  @Test func clockThatWentBackCountsAsNoTime() {
    var histogram = Histogram()
    histogram.observe(.seconds(-5))
    #expect(histogram.sum == 0)
    #expect(histogram.count == 1)
  }

  @Test func boundsRise() {
    #expect(Histogram.bounds == Histogram.bounds.sorted())
    #expect(Set(Histogram.bounds).count == Histogram.bounds.count)
  }
}
