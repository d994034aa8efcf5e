import Extraction
import Spool
import Testing

private let name = FileName("a")
private let first = Claim(name: name, attempt: 1)

@Test func documentGoesFromClaimToRetirement() {
  var (machine, actions) = SpoolStateMachine.started([entry("a", age: .seconds(9))])
  #expect(actions.last == .claim(first, from: nil))
  #expect(machine.claimed(name, .done, at: .zero) == [.extract(first)])
  #expect(machine.extracted(name, .record(.ok), at: .zero) == [.publish(first)])
  #expect(machine.published(name, .done, at: .zero) == [.retire(first)])
  #expect(machine.retired(name, .done, at: .zero).isEmpty)
  #expect(machine.inWork == 0)
}

@Test func fileThatAnotherTookIsForgotten() {
  var (machine, _) = SpoolStateMachine.started([entry("a", age: .seconds(9))])
  #expect(machine.claimed(name, .gone, at: .zero).isEmpty)
  #expect(machine.inWork == 0)
}

@Test func fileThatCannotBeTakenIsReportedOnce() {
  var (machine, _) = SpoolStateMachine.started([entry("a", age: .seconds(9))])
  let refused = machine.claimed(name, .refused("no"), at: .zero)
  #expect(refused == [.report(.unclaimable(name, why: "no"))])
  #expect(machine.rescanned([entry("a", age: .seconds(9))], at: .seconds(60)).claimedNames == ["a"])
  #expect(machine.claimed(name, .refused("no"), at: .zero).isEmpty)
}

@Test func fileThatChangedWhileItWasReadGoesBackAndSettles() {
  var machine = SpoolStateMachine.extracting()
  #expect(machine.extracted(name, .unstable, at: .seconds(1)).last == .release(first, to: nil))
  _ = machine.released(name, .done, at: .seconds(1))
  #expect(machine.nextTick == .seconds(3))
}

@Test func readErrorIsTriedAgainUntilTheAttemptsAreSpent() {
  var machine = SpoolStateMachine.extracting { $0.attemptsAlone = 1 }
  let second = Claim(name: name, attempt: 2)
  #expect(machine.extracted(name, .retry(.inputOutput), at: .zero).claims.isEmpty)
  #expect(machine.tick(at: .seconds(1)) == [.claim(second, from: 1)])
  _ = machine.claimed(name, .done, at: .zero)
  let spent = machine.extracted(name, .retry(.inputOutput), at: .zero)
  #expect(spent == [.abandon(second, .inputOutput)])
  #expect(machine.extracted(name, .record(.failed), at: .zero) == [.publish(second)])
}

@Test func claimOfAnEarlierProcessIsTriedOnceMore() {
  let (_, actions) = SpoolStateMachine.started(recovering: [first])
  #expect(actions.contains(.claim(Claim(name: name, attempt: 2), from: 1)))
  #expect(actions.notices.first == .recovered(count: 1))
}

@Test func claimThatEndedTheProcessTooOftenIsGivenUp() {
  var (machine, _) = SpoolStateMachine.started(recovering: [Claim(name: name, attempt: 4)])
  let next = Claim(name: name, attempt: 5)
  #expect(machine.claimed(name, .done, at: .zero) == [.abandon(next, .crash)])
}

@Test func claimsOfAnEarlierProcessRunAlone() {
  let (_, actions) = SpoolStateMachine.started(
    [entry("c", age: .seconds(9))],
    recovering: [first, Claim(name: FileName("b"), attempt: 1)]
  ) { $0.workers = 8 }
  #expect(actions.claimedNames == ["a"])
}

@Test func recoveredNameInTheInboxWaits() {
  var (machine, actions) = SpoolStateMachine.started(
    [entry("a", age: .seconds(9))], recovering: [first])
  #expect(actions.claims == [Claim(name: name, attempt: 2)])
  _ = machine.claimed(name, .done, at: .zero)
  _ = machine.extracted(name, .record(.ok), at: .zero)
  _ = machine.published(name, .done, at: .zero)
  #expect(machine.retired(name, .done, at: .zero).contains(.scan))
}

@Test func keptFileIsNotTakenAgainUnlessItChanges() {
  var machine = SpoolStateMachine.publishing()
  _ = machine.published(name, .done, at: .zero)
  _ = machine.retired(name, .done, kept: stamp(), at: .zero)
  #expect(machine.entryFinished(entry("a"), at: .zero).isEmpty)
  #expect(machine.rescanned([entry("a", age: .seconds(99))], at: .seconds(60)).claims.isEmpty)
  #expect(machine.entryFinished(entry("a", size: 11), at: .zero).claimedNames == ["a"])
}

@Test func keptFileIsKnownThoughItsFolderWasSynchronizedLater() {
  var machine = SpoolStateMachine.publishing()
  _ = machine.published(name, .done, at: .zero)
  _ = machine.retired(name, .blocked(.retirement("io")), kept: stamp(), at: .zero)
  _ = machine.tick(at: .seconds(1))
  _ = machine.foldersChecked(.unchanged, at: .seconds(1))
  _ = machine.retired(name, .gone, at: .seconds(1))
  #expect(machine.entryFinished(entry("a"), at: .seconds(1)).isEmpty)
}
