import Extraction
import Spool
import Testing

private let old = Duration.seconds(9)

@Test func closedFileHasToHoldStillWhereThatIsTheSign() {
  var (machine, _) = SpoolStateMachine.started { $0.readiness = .stable }
  #expect(machine.entryFinished(entry("a"), at: .zero).isEmpty)
  #expect(machine.nextTick == .seconds(2))
  #expect(machine.rescanned([entry("a")], at: .seconds(2)).claimedNames == ["a"])
}

@Test func youngFileWaitsUntilItIsOldEnough() {
  var (machine, _) = SpoolStateMachine.started([entry("a", age: old)]) {
    $0.minimumAge = .seconds(10)
  }
  #expect(machine.entryFinished(entry("a", age: old), at: .zero).isEmpty)
  let actions = machine.rescanned([entry("a", age: .seconds(10))], at: .seconds(10))
  #expect(actions.claimedNames == ["a"])
}

private func marked(_ entries: [InboxEntry], keeps: Bool = false) -> (
  machine: SpoolStateMachine, actions: [SpoolAction]
) {
  SpoolStateMachine.started(entries) {
    $0.readiness = .doneFile(suffix: ".done")
    $0.keepsInputs = keeps
  }
}

@Test(arguments: [["a", "a.done"], ["a.done", "a"]])
func fileIsTakenWhenItsMarkerIsThere(names: [String]) {
  #expect(marked(names.map { entry($0, age: old) }).actions.claimedNames == ["a"])
}

@Test func fileWithoutAMarkerWaitsForIt() {
  var (machine, actions) = marked([entry("a", age: old)])
  #expect(actions.claims.isEmpty)
  #expect(machine.nextTick == .seconds(60))
  #expect(machine.entryFinished(entry("a"), at: .zero).isEmpty)
  #expect(machine.entryFinished(entry("a.done", size: 0), at: .zero).claimedNames == ["a"])
}

@Test func markerWithoutAFileIsNoDocument() {
  var (machine, actions) = marked([entry("a.done", age: old)])
  #expect(actions.claims.isEmpty)
  #expect(machine.rescanned([], at: .seconds(60)).claims.isEmpty)
  // The marker is gone, so it says nothing of a file that comes now.
  #expect(machine.entryFinished(entry("a"), at: .seconds(61)).isEmpty)
}

@Test(arguments: [false, true])
func markerLeavesWithItsDocument(keeps: Bool) {
  var (machine, _) = marked([entry("a", age: old), entry("a.done")], keeps: keeps)
  _ = machine.claimed(FileName("a"), .done, at: .zero)
  _ = machine.extracted(FileName("a"), .record(.ok), at: .zero)
  _ = machine.published(FileName("a"), .done, at: .zero)
  let actions = machine.retired(FileName("a"), .done, at: .zero)
  #expect(actions.contains(.removeMarker(FileName("a.done"))) == !keeps)
}

@Test(arguments: [false, true])
func markerStandsForOneFileOnly(isSeenAgain: Bool) {
  var (machine, _) = marked([entry("a", age: old), entry("a.done")])
  _ = machine.claimed(FileName("a"), .done, at: .zero)
  if isSeenAgain { _ = machine.entryFinished(entry("a.done"), at: .zero) }
  _ = machine.extracted(FileName("a"), .record(.ok), at: .zero)
  _ = machine.published(FileName("a"), .done, at: .zero)
  _ = machine.retired(FileName("a"), .done, at: .zero)
  #expect(machine.entryFinished(entry("a"), at: .seconds(1)).claims.isEmpty)
  #expect(machine.entryFinished(entry("a.done"), at: .seconds(2)).claimedNames == ["a"])
}

@Test func pollingWatchesNothing() {
  var limits = SpoolLimits()
  limits.polls = true
  var machine = SpoolStateMachine(limits: limits)
  #expect(machine.start() == [.recoverClaims, .scan])
  _ = machine.scanFinished(failure: nil, at: .zero)
  #expect(machine.nextTick == .seconds(2))
}
