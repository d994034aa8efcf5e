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
