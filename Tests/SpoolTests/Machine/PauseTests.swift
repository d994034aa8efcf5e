import Extraction
import Spool
import Testing

private let name = FileName("a")
private let claim = Claim(name: name, attempt: 1)
private let full = PauseCause.outbox("full")

@Test func blockedOutboxStopsTheIntake() {
  var machine = SpoolStateMachine.publishing { $0.workers = 4 }
  #expect(machine.published(name, .blocked(full), at: .zero) == [.report(.paused(full))])
  #expect(machine.entryFinished(entry("b"), at: .zero).isEmpty)
}

@Test func blockedStepIsTriedAgainAfterLongerAndLongerWaits() {
  var machine = SpoolStateMachine.publishing { $0.rescanInterval = .seconds(3600) }
  var now = Duration.zero
  var waits: [Duration] = []
  for _ in 0..<8 {
    #expect(
      machine.published(name, .blocked(full), at: now).notices.count == (now == .zero ? 1 : 0))
    guard let next = machine.nextTick else { break }
    waits.append(next - now)
    now = next
    #expect(machine.tick(at: now).first == .checkFolders)
    #expect(machine.foldersChecked(.unchanged, at: now) == [.publish(claim)])
  }
  #expect(waits == [1, 2, 4, 8, 16, 32, 60, 60].map { .seconds($0) })
}

@Test func successEndsThePauseAndStartsTheRest() {
  var machine = SpoolStateMachine.publishing()
  _ = machine.published(name, .blocked(full), at: .zero)
  _ = machine.entryFinished(entry("b"), at: .zero)
  _ = machine.tick(at: .seconds(1))
  _ = machine.foldersChecked(.unchanged, at: .seconds(1))
  let actions = machine.published(name, .done, at: .seconds(1))
  #expect(actions == [.report(.resumed), .retire(claim)])
  #expect(machine.retired(name, .done, at: .seconds(1)).claimedNames == ["b"])
}

@Test func stepOfAnotherKindDoesNotEndThePause() {
  var machine = SpoolStateMachine.publishing { $0.workers = 2 }
  _ = machine.entryFinished(entry("b"), at: .zero)
  _ = machine.published(name, .blocked(full), at: .zero)
  #expect(machine.claimed(FileName("b"), .done, at: .zero).notices.isEmpty)
  #expect(machine.entryFinished(entry("c"), at: .zero).isEmpty)
}

@Test func missingFolderPausesUntilItIsBack() {
  var (machine, _) = SpoolStateMachine.started()
  #expect(machine.watchLost(why: "removed", at: .zero).contains(.checkFolders))
  let gone = PauseCause.folders("gone")
  #expect(machine.foldersChecked(.unavailable("gone"), at: .zero) == [.report(.paused(gone))])
  #expect(machine.tick(at: .seconds(1)).contains(.checkFolders))
  #expect(machine.foldersChecked(.unavailable("gone"), at: .seconds(1)).isEmpty)
  #expect(machine.tick(at: .seconds(3)).contains(.checkFolders))
  let back = machine.foldersChecked(.reopened, at: .seconds(3))
  #expect(back == [.recoverClaims, .watch, .scan, .report(.resumed)])
}

@Test func exhaustedResourcesCostNoAttempt() {
  var machine = SpoolStateMachine.extracting()
  let cause = PauseCause.resources("no descriptors")
  let actions = machine.extracted(name, .exhausted("no descriptors"), at: .zero)
  #expect(actions == [.report(.paused(cause))])
  _ = machine.tick(at: .seconds(1))
  #expect(machine.foldersChecked(.unchanged, at: .seconds(1)) == [.extract(claim)])
}

@Test func retirementThatIsBlockedIsRetriedWithoutPublishingAgain() {
  var machine = SpoolStateMachine.publishing()
  _ = machine.published(name, .done, at: .zero)
  _ = machine.retired(name, .blocked(.retirement("io")), at: .zero)
  _ = machine.tick(at: .seconds(1))
  #expect(machine.foldersChecked(.unchanged, at: .seconds(1)) == [.retire(claim)])
  #expect(machine.retired(name, .done, at: .seconds(1)).notices == [.resumed])
}

@Test func noFileSettlesDuringAPause() {
  var machine = SpoolStateMachine.publishing()
  _ = machine.entryCreated(FileName("b"), at: .zero)
  for now in [0, 1, 3, 7].map({ Duration.seconds($0) }) {
    _ = machine.published(name, .blocked(full), at: now)
    guard let next = machine.nextTick else { break }
    #expect(machine.tick(at: next) == [.checkFolders])
    _ = machine.foldersChecked(.unchanged, at: next)
  }
}

@Test func fullBacklogIsNotScannedDuringAPause() {
  let entries = ["a", "b", "c", "d"].map { entry($0, age: .seconds(9)) }
  var (machine, _) = SpoolStateMachine.started(entries) {
    $0.workers = 2
    $0.backlog = 1
  }
  _ = machine.claimed(name, .done, at: .zero)
  #expect(machine.extracted(name, .exhausted("memory"), at: .zero).notices.count == 1)
  #expect(!machine.claimed(FileName("b"), .gone, at: .zero).contains(.scan))
}
