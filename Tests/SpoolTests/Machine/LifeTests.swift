import Extraction
import Spool
import Testing

private let name = FileName("a")
private let claim = Claim(name: name, attempt: 1)

@Test func startRecoversWatchesAndScans() {
  var machine = SpoolStateMachine(limits: SpoolLimits())
  #expect(machine.start() == [.recoverClaims, .watch, .scan])
}

@Test func shutdownFinishesWhatIsInWork() {
  var machine = SpoolStateMachine.publishing()
  _ = machine.entryFinished(entry("b"), at: .zero)
  #expect(machine.shutdownRequested() == [.report(.stopping(inWork: 1))])
  #expect(machine.published(name, .done, at: .zero) == [.retire(claim)])
  #expect(machine.retired(name, .done, at: .zero) == [.exit(.ok)])
}

@Test func shutdownWithNothingInWorkEndsAtOnce() {
  var (machine, _) = SpoolStateMachine.started()
  #expect(machine.shutdownRequested().exitCode == .ok)
}

@Test func shutdownPutsBackWhatWaitsForTheOutbox() {
  var machine = SpoolStateMachine.publishing()
  _ = machine.published(name, .blocked(.outbox("full")), at: .zero)
  #expect(machine.shutdownRequested().last == .release(claim, to: nil))
  #expect(machine.released(name, .done, at: .zero) == [.exit(.ok)])
}

@Test func secondShutdownPutsBackEverythingAndEnds() {
  var machine = SpoolStateMachine.extracting()
  _ = machine.shutdownRequested()
  #expect(machine.shutdownRequested() == [.release(claim, to: nil), .exit(.ok)])
  #expect(machine.shutdownRequested().isEmpty)
}

@Test func nothingIsTakenDuringShutdown() {
  var machine = SpoolStateMachine.extracting { $0.workers = 4 }
  _ = machine.shutdownRequested()
  #expect(machine.entryFinished(entry("b"), at: .zero).isEmpty)
  #expect(machine.nextTick == nil)
}

@Test func onceEndsWhenTheInboxIsEmpty() {
  let (_, actions) = SpoolStateMachine.started { $0.once = true }
  #expect(actions == [.recoverClaims, .scan, .exit(.ok)])
}

@Test func onceWaitsForYoungFiles() {
  var (machine, actions) = SpoolStateMachine.started([entry("a")]) { $0.once = true }
  #expect(actions.exitCode == nil)
  #expect(machine.nextTick == .seconds(2))
  #expect(machine.rescanned([entry("a")], at: .seconds(2)).claimedNames == ["a"])
}

@Test(arguments: [
  (RecordStatus.ok, SpoolExitCode.ok), (.partial, .ok), (.empty, .ok), (.failed, .someFailed),
])
func onceTellsWhetherDocumentsFailed(status: RecordStatus, code: SpoolExitCode) {
  var machine = SpoolStateMachine.extracting { $0.once = true }
  _ = machine.extracted(name, .record(status), at: .zero)
  _ = machine.published(name, .done, at: .zero)
  #expect(machine.retired(name, .done, at: .zero).exitCode == code)
}

@Test func onceEndsWhenTheOutboxIsBlocked() {
  var machine = SpoolStateMachine.publishing { $0.once = true }
  let actions = machine.published(name, .blocked(.outbox("full")), at: .zero)
  #expect(actions.last == .release(claim, to: nil))
  #expect(machine.released(name, .done, at: .zero) == [.exit(.inputOutput)])
}

@Test func overflowAsksForAFullScan() {
  var (machine, _) = SpoolStateMachine.started()
  #expect(machine.overflowed() == [.report(.overflowed), .scan])
}

@Test func overflowDuringAScanAsksForAnother() {
  var (machine, _) = SpoolStateMachine.started()
  _ = machine.overflowed()
  #expect(machine.overflowed() == [.report(.overflowed)])
  #expect(machine.scanFinished(failure: nil, at: .zero).contains(.scan))
}

@Test func scanIsRepeatedInIntervals() {
  var (machine, _) = SpoolStateMachine.started()
  #expect(machine.nextTick == .seconds(60))
  #expect(machine.tick(at: .seconds(60)) == [.checkFolders, .scan])
}

@Test func withoutAWatchScansComeOften() {
  var machine = SpoolStateMachine(limits: SpoolLimits())
  _ = machine.start()
  let notice = machine.watchUnavailable(why: "no more watches", at: .zero)
  #expect(notice == [.report(.polling(why: "no more watches"))])
  _ = machine.scanFinished(failure: nil, at: .zero)
  #expect(machine.nextTick == .seconds(2))
  _ = machine.tick(at: .seconds(2))
  #expect(machine.foldersChecked(.unchanged, at: .seconds(2)).contains(.watch))
  #expect(machine.watchUnavailable(why: "no more watches", at: .seconds(2)).isEmpty)
}

@Test func secondShutdownTakesBackTheAttemptsThatItCutShort() {
  var (machine, _) = SpoolStateMachine.started(recovering: [claim])
  _ = machine.claimed(name, .done, at: .zero)
  _ = machine.shutdownRequested()
  let again = Claim(name: name, attempt: 2)
  #expect(machine.shutdownRequested() == [.release(again, to: 1), .exit(.ok)])
}

@Test func retryDuringShutdownStaysClaimed() {
  var machine = SpoolStateMachine.extracting()
  _ = machine.shutdownRequested()
  let actions = machine.extracted(name, .retry(.inputOutput), at: .zero)
  #expect(actions == [.report(.retrying(claim, .inputOutput)), .exit(.ok)])
}

@Test func retryClaimedDuringShutdownDoesNotCount() {
  var (machine, _) = SpoolStateMachine.started(recovering: [claim])
  _ = machine.shutdownRequested()
  let again = Claim(name: name, attempt: 2)
  #expect(machine.claimed(name, .done, at: .zero) == [.release(again, to: 1)])
  #expect(machine.released(name, .done, at: .zero) == [.exit(.ok)])
}

@Test func attemptThatWaitsForTheOutboxDuringShutdownDoesNotCount() {
  var (machine, _) = SpoolStateMachine.started(recovering: [claim])
  _ = machine.claimed(name, .done, at: .zero)
  _ = machine.extracted(name, .record(.ok), at: .zero)
  _ = machine.published(name, .blocked(.outbox("full")), at: .zero)
  let again = Claim(name: name, attempt: 2)
  #expect(machine.shutdownRequested().last == .release(again, to: 1))
}

@Test func inboxThatCannotBeListedIsNotListedAtFullSpeed() {
  var (machine, _) = SpoolStateMachine.started([entry("a")])
  _ = machine.tick(at: .seconds(2))
  _ = machine.scanFinished(failure: "io", at: .seconds(2))
  #expect(machine.nextTick == .seconds(3))
  // The folders are there, so the pause ends; the scan still waits.
  #expect(machine.tick(at: .seconds(3)) == [.checkFolders])
  #expect(machine.foldersChecked(.unchanged, at: .seconds(3)) == [.report(.resumed)])
  #expect(machine.nextTick == .seconds(4))
}
