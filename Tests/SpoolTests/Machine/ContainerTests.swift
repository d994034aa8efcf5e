import Extraction
import Spool
import Testing

private let name = FileName("a")

@Test func containerWithProgressGoesOnAtTheNextStart() {
  var machine = SpoolStateMachine.extracting()
  #expect(machine.containerOrder == .goOn)
  #expect(machine.pagePublished(name, isFailure: false).isEmpty)
  _ = machine.shutdownRequested()
  #expect(machine.containerOrder == .stop)
  // It stays claimed, so that the records that are there are looked for.
  #expect(machine.extracted(name, .interrupted, at: .zero) == [.exit(.ok)])
}

@Test func containerWithoutProgressGoesBack() {
  var machine = SpoolStateMachine.extracting()
  _ = machine.shutdownRequested()
  let claim = Claim(name: name, attempt: 1)
  #expect(machine.extracted(name, .interrupted, at: .zero) == [.release(claim, to: nil)])
}

@Test func secondShutdownLeavesAContainerWithProgressClaimed() {
  var machine = SpoolStateMachine.extracting()
  _ = machine.pagePublished(name, isFailure: false)
  _ = machine.shutdownRequested()
  #expect(machine.shutdownRequested() == [.exit(.ok)])
}

@Test func fullOutboxHoldsAContainerAndALaterPageEndsThePause() {
  var machine = SpoolStateMachine.extracting()
  _ = machine.pagePublished(name, isFailure: false)
  let full = PauseCause.outbox("full")
  #expect(machine.extracted(name, .blocked(full), at: .zero).notices == [.paused(full)])
  _ = machine.tick(at: .seconds(1))
  let again = machine.foldersChecked(.unchanged, at: .seconds(1))
  #expect(again.contains(.extract(Claim(name: name, attempt: 1))))
  #expect(machine.pagePublished(name, isFailure: false).notices == [.resumed])
}

@Test func shortageOfSpaceHoldsContainers() {
  var machine = SpoolStateMachine.extracting { $0.space.minimumFreeBytes = 100 }
  _ = machine.spaceMeasured(OutboxSpace(freeBytes: 10, usedBytes: 0), at: .zero)
  guard case .hold(.space) = machine.containerOrder else {
    Issue.record("containers go on although there is no room")
    return
  }
}

@Test func progressForgivesAttemptsAndLetsOthersWork() {
  let claim = Claim(name: name, attempt: 4)
  var (machine, actions) = SpoolStateMachine.started(
    [entry("b", age: .seconds(9))], recovering: [claim]
  ) { $0.workers = 2 }
  #expect(actions.claims == [Claim(name: name, attempt: 5)])
  machine =
    SpoolStateMachine.started(
      [entry("b", age: .seconds(9))], recovering: [Claim(name: name, attempt: 3)]
    ) { $0.workers = 2 }.machine
  _ = machine.claimed(name, .done, at: .zero)
  let forgiven = machine.pagePublished(name, isFailure: false)
  #expect(forgiven.first == .forgive(Claim(name: name, attempt: 4), to: 2))
  #expect(forgiven.claimedNames == ["b"])
  machine.forgiven(name, to: 2)
  let published = machine.extracted(name, .record(.ok), at: .zero)
  #expect(published.contains(.publish(Claim(name: name, attempt: 2))))
}

@Test func failedPageCountsForTheExitCode() {
  var machine = SpoolStateMachine.extracting { $0.once = true }
  _ = machine.pagePublished(name, isFailure: true)
  _ = machine.extracted(name, .record(.ok), at: .zero)
  _ = machine.published(name, .done, at: .zero)
  #expect(machine.retired(name, .done, at: .zero).exitCode == .someFailed)
}
