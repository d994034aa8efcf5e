import Testing

@testable import Spool

private func digest(_ number: Int) -> String {
  let digits = String(number, radix: 16)
  // The first half tells digests apart.
  return String(repeating: "0", count: 32 - digits.count) + digits
    + String(repeating: "f", count: 32)
}

@Test func contentIsHeldForOtherNames() {
  var index = ContentIndex()
  let name = FileName("a.json.zst")
  #expect(!index.holds(digest(1), apartFrom: FileName("b.json.zst")))
  index.insert(digest(1), name: name)
  #expect(index.holds(digest(1), apartFrom: FileName("b.json.zst")))
  #expect(!index.holds(digest(1), apartFrom: name))
  #expect(!index.holds(digest(2), apartFrom: FileName("b.json.zst")))
}

@Test func oldestLeaveAFullIndex() {
  var index = ContentIndex(capacity: 3)
  for number in 0..<3 { index.insert(digest(number), name: FileName("a")) }
  #expect(index.isFull)
  index.insert(digest(2), name: FileName("a"))
  index.insert(digest(3), name: FileName("a"))
  index.insert(digest(4), name: FileName("a"))
  let held = (0..<5).filter { index.holds(digest($0), apartFrom: FileName("b")) }
  #expect(held == [2, 3, 4])
}

@Test func whatIsNoDigestIsNoContent() {
  var index = ContentIndex()
  index.insert("", name: FileName("a"))
  #expect(!index.holds("", apartFrom: FileName("b")))
}
