import Spool
import Testing

struct RateMeterTests {
  @Test func rateIsThatOfItsWindow() {
    var meter = RateMeter()
    for second in 0..<120 { meter.add(second < 60 ? 1 : 3, at: .seconds(second)) }
    // The slot that begins at 120 s is still empty.
    #expect(meter.rate(over: .seconds(60), at: .seconds(119)) > 2.9)
    #expect(abs(meter.rate(over: .seconds(900), at: .seconds(120)) - 2) < 0.01)
  }

  @Test func nothingIsLeftAfterALongPause() {
    var meter = RateMeter()
    meter.add(1000, at: .seconds(5))
    #expect(meter.rate(over: .seconds(900), at: .seconds(10)) > 0)
    #expect(meter.rate(over: .seconds(900), at: .seconds(10_000)) == 0)
    meter.add(1, at: .seconds(20_000))
    #expect(meter.rate(over: .seconds(60), at: .seconds(20_000)) <= 1)
  }

  @Test func firstDocumentIsNoRateWithoutMeaning() {
    var meter = RateMeter()
    meter.add(1, at: .milliseconds(1))
    #expect(meter.rate(over: .seconds(60), at: .milliseconds(2)) == 1)
  }
}
