import Testing

@testable import Spool

private let (first, second, third) = (claim("a.html"), claim("b.html"), claim("c.html"))
private let digest = String(repeating: "ab", count: 32)

private func claim(_ name: String) -> Claim {
  Claim(name: FileName(name), attempt: 1)
}

/// A gate to an outbox without records.
private var gate: ContentGate {
  var gate = ContentGate()
  gate.set(ContentIndex())
  return gate
}

@Test func sameContentIsDroppedWhenItsRecordIsSafe() {
  var gate = gate
  #expect(gate.decide(first, sha256: digest) == .write)
  #expect(gate.finish(first, sha256: digest, isWritten: true) == [])
  #expect(gate.decide(second, sha256: digest) == .drop)
}

@Test func sameContentWaitsForTheRecordInWork() {
  var gate = gate
  #expect(gate.decide(first, sha256: digest) == .write)
  #expect(gate.decide(second, sha256: digest) == .wait)
  #expect(gate.decide(third, sha256: digest) == .wait)
  #expect(gate.finish(first, sha256: digest, isWritten: true) == [second, third])
  #expect(gate.decide(second, sha256: digest) == .drop)
  #expect(gate.decide(third, sha256: digest) == .drop)
}

@Test func recordThatFailedToBeWrittenMakesNoDuplicate() {
  var gate = gate
  _ = gate.decide(first, sha256: digest)
  _ = gate.decide(second, sha256: digest)
  #expect(gate.finish(first, sha256: digest, isWritten: false) == [second])
  #expect(gate.decide(second, sha256: digest) == .write)
  #expect(gate.decide(first, sha256: digest) == .wait)
}

@Test func inputOfTheRecordsOwnNameIsWorkedOn() {
  var gate = gate
  _ = gate.decide(first, sha256: digest)
  _ = gate.finish(first, sha256: digest, isWritten: true)
  #expect(gate.decide(claim("a.html.gz"), sha256: digest) == .write)
}

@Test func contentWhoseRecordIsReplacedHasNone() {
  let other = String(repeating: "cd", count: 32)
  var gate = gate
  _ = gate.decide(first, sha256: digest, replaces: true)
  _ = gate.finish(first, sha256: digest, isWritten: true)
  #expect(gate.decide(first, sha256: other, replaces: true) == .write)
  // Even before the other one is there.
  #expect(gate.decide(second, sha256: digest, replaces: true) == .write)
  _ = gate.finish(first, sha256: other, isWritten: true)
  #expect(gate.decide(third, sha256: other, replaces: true) == .drop)
}

@Test func recordThatKeepsItsNameKeepsItsContent() {
  let other = String(repeating: "cd", count: 32)
  var gate = gate
  for content in [digest, other] {
    _ = gate.decide(first, sha256: content)
    _ = gate.finish(first, sha256: content, isWritten: true)
  }
  #expect(gate.decide(second, sha256: digest) == .drop)
  #expect(gate.decide(second, sha256: other) == .drop)
}

@Test func otherOutboxHoldsNothing() {
  var gate = gate
  _ = gate.decide(first, sha256: digest)
  _ = gate.finish(first, sha256: digest, isWritten: true)
  gate.forgetContents()
  #expect(gate.needsContents)
  #expect(gate.decide(second, sha256: digest) == .write)
}
