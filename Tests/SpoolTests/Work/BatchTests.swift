import Testing

@testable import Spool

@Test func elementsThatComeDuringACallAreDoneTogetherByTheNextOne() {
  var batch = Batch<String>()
  let begins = batch.add("a")
  #expect(begins)
  #expect(batch.take() == ["a"])
  for element in ["b", "c"] {
    let beginsToo = batch.add(element)
    #expect(!beginsToo)
  }
  let goesOn = batch.end()
  #expect(goesOn)
  #expect(batch.take() == ["b", "c"])
  let goesOnAgain = batch.end()
  #expect(!goesOnAgain)
}

@Test func elementsThatComeBeforeTheCallAreInIt() {
  var batch = Batch<String>()
  let begins = [batch.add("a"), batch.add("b")]
  #expect(begins == [true, false])
  #expect(batch.take() == ["a", "b"])
  let goesOn = batch.end()
  #expect(!goesOn)
  let beginsAnew = batch.add("c")
  #expect(beginsAnew)
}

@Test func moreElementsThanACallMayHaveAreDoneByTheNextOne() {
  var batch = Batch<Int>()
  for element in 0..<100 { _ = batch.add(element) }
  #expect(batch.take() == Array(0..<64))
  let goesOn = batch.end()
  #expect(goesOn)
  #expect(batch.take() == Array(64..<100))
  let goesOnAgain = batch.end()
  #expect(!goesOnAgain)
}

@Test func elementsThatAreDrainedAskForNoCall() {
  var batch = Batch<String>()
  _ = batch.add("a")
  #expect(batch.drain() == ["a"])
  #expect(batch.take().isEmpty)
}
