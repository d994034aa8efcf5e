import Testing

@testable import Spool

/// Inputs of 10 bytes each, named by the second of their coming.
private func expired(
  _ seconds: [Int], now: Int = 100, capacity: Int = 1000,
  _ set: (inout RetentionLimits) -> Void
) -> (names: [String], isPartial: Bool) {
  var limits = RetentionLimits()
  set(&limits)
  var selection = RetentionSelection(
    limits, now: Int64(now) * 1_000_000_000, capacity: capacity)
  for second in seconds {
    selection.add(
      RetainedInput(
        name: FileName("\(second)"), bytes: 10, since: Int64(second) * 1_000_000_000))
  }
  let (expired, isPartial) = selection.finish()
  return (expired.map(\.name.escaped), isPartial)
}

@Test func withoutLimitsAllStay() {
  #expect(expired([1, 2, 3]) { _ in }.names == [])
}

@Test func oldOnesGo() {
  #expect(expired([99, 1, 50, 49]) { $0.maximumAge = .seconds(50) }.names == ["1", "49"])
}

@Test func oldestGoUntilTheRestIsFewEnough() {
  #expect(expired([5, 3, 4, 1]) { $0.maximumCount = 2 }.names == ["1", "3"])
  #expect(expired([5, 3, 4, 1]) { $0.maximumCount = 0 }.names == ["1", "3", "4", "5"])
  #expect(expired([5, 3]) { $0.maximumCount = 2 }.names == [])
}

@Test func oldestGoUntilTheRestIsSmallEnough() {
  #expect(expired([5, 3, 4]) { $0.maximumBytes = 20 }.names == ["3"])
  #expect(expired([5, 3, 4]) { $0.maximumBytes = 19 }.names == ["3", "4"])
}

@Test func eachLimitBinds() {
  let names = expired([1, 20, 30, 40, 99]) { limits in
    limits.maximumAge = .seconds(90)
    limits.maximumCount = 3
  }.names
  #expect(names == ["1", "20"])
}

@Test func clockThatWasSetBackMakesNothingOld() {
  #expect(expired([500, 99], now: 100) { $0.maximumAge = .seconds(1) }.names == [])
}

@Test func whatIsNotHeldInMemoryGoesNextTime() {
  let first = expired(Array((1...100).reversed()), capacity: 7) { $0.maximumCount = 50 }
  #expect(first.names == (1...7).map(String.init))
  #expect(first.isPartial)
  let last = expired(Array(1...57), capacity: 7) { $0.maximumCount = 50 }
  #expect(last.names == (1...7).map(String.init))
}
