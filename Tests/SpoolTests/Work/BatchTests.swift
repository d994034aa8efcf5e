import Testing

@testable import Spool

@Test func elementsThatComeDuringACallAreDoneTogetherByTheNextOne() {
  var batch = Batch<String>(calls: 1, most: 64)
  batch.add("a", at: .zero)
  #expect(batch.begin(at: .zero, moreCome: false) == ["a"])
  for element in ["b", "c"] {
    batch.add(element, at: .zero)
    #expect(batch.begin(at: .zero, moreCome: false) == nil)
  }
  batch.end()
  #expect(batch.begin(at: .zero, moreCome: false) == ["b", "c"])
  batch.end()
  #expect(batch.begin(at: .zero, moreCome: false) == nil)
}

@Test func asManyCallsAreUnderWayAsMayBe() {
  var batch = Batch<Int>(calls: 2, most: 64)
  for element in 1...2 {
    batch.add(element, at: .zero)
    #expect(batch.begin(at: .zero, moreCome: false) == [element])
  }
  batch.add(3, at: .zero)
  #expect(batch.begin(at: .zero, moreCome: false) == nil)
  #expect(batch.due == nil)
  batch.end()
  #expect(batch.begin(at: .zero, moreCome: false) == [3])
}

@Test func moreElementsThanACallMayHaveAreDoneByTheNextOne() {
  var batch = Batch<Int>(calls: 1, most: 64)
  for element in 0..<100 { batch.add(element, at: .zero) }
  #expect(batch.begin(at: .zero, moreCome: false) == Array(0..<64))
  batch.end()
  #expect(batch.begin(at: .zero, moreCome: false) == Array(64..<100))
}

@Test func firstElementWaitsForOthersThatAreToCome() {
  var batch = Batch<String>(calls: 1, most: 8, patience: .milliseconds(20))
  batch.add("a", at: .milliseconds(100))
  batch.add("b", at: .milliseconds(110))
  #expect(batch.begin(at: .milliseconds(119), moreCome: true) == nil)
  #expect(batch.due == .milliseconds(120))
  #expect(batch.begin(at: .milliseconds(120), moreCome: true) == ["a", "b"])
}

@Test func elementsWaitNoLongerThanForTheLastOne() {
  var batch = Batch<String>(calls: 1, most: 8, patience: .seconds(20))
  batch.add("a", at: .zero)
  #expect(batch.begin(at: .zero, moreCome: false) == ["a"])
  #expect(batch.due == nil)
}

@Test func enoughElementsWaitForNoOthers() {
  var batch = Batch<Int>(calls: 1, most: 8, patience: .seconds(20))
  for element in 1..<8 { batch.add(element, at: .zero) }
  #expect(batch.begin(at: .zero, moreCome: true) == nil)
  batch.add(8, at: .zero)
  #expect(batch.begin(at: .zero, moreCome: true) == Array(1...8))
}
