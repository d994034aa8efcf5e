import Testing

@testable import Spool

private let name = FileName("a.html")

/// A machine that runs and has listed its inbox, in which `entries` are.
private func running(
  _ limits: SpoolLimits = SpoolLimits(), _ entries: [InboxEntry] = []
) -> SpoolStateMachine {
  var machine = SpoolStateMachine(limits: limits)
  _ = machine.start()
  _ = machine.watchEstablished(at: .zero)
  for entry in entries { _ = machine.entrySeen(entry, at: .zero) }
  _ = machine.scanFinished(failure: nil, at: .zero)
  return machine
}

private func limits(_ set: (inout SpoolLimits) -> Void) -> SpoolLimits {
  var limits = SpoolLimits()
  set(&limits)
  return limits
}

@Test func sameLimitsChangeNothing() {
  var machine = running()
  #expect(machine.reconfigured(SpoolLimits(), at: .seconds(1)) == [])
  #expect(machine.nextTick == .seconds(60))
}

@Test func moreWorkersTakeWhatIsReady() {
  let old = entry("a.html", age: .seconds(60))
  var machine = running(SpoolLimits(), [old, entry("b.html", age: .seconds(60))])
  #expect(machine.inWork == 1)
  let second = Claim(name: FileName("b.html"), attempt: 1)
  #expect(machine.reconfigured(limits { $0.workers = 2 }, at: .zero) == [.claim(second, from: nil)])
}

@Test func fewerWorkersLeaveDocumentsAlone() {
  var machine = running(
    limits { $0.workers = 2 },
    ["a.html", "b.html", "c.html"].map { entry($0, age: .seconds(60)) })
  #expect(machine.reconfigured(limits { $0.workers = 1 }, at: .zero) == [])
  #expect(machine.workersNeeded == 2)
  _ = machine.claimed(name, .gone, at: .zero)
  #expect(machine.workersNeeded == 1)
}

@Test func otherReadinessIsFoundOutByAScan() {
  var machine = running(SpoolLimits(), [entry("a.html", age: .seconds(1))])
  #expect(machine.reconfigured(limits { $0.stability = .seconds(1) }, at: .zero) == [.scan])
  #expect(
    machine.entrySeen(entry("a.html", age: .seconds(1)), at: .zero)
      == [.claim(Claim(name: name, attempt: 1), from: nil)])
}

@Test func rescansComeSooner() {
  var machine = running()
  _ = machine.reconfigured(limits { $0.rescanInterval = .seconds(5) }, at: .seconds(1))
  #expect(machine.nextTick == .seconds(6))
}

@Test func pollingTakesThePlaceOfTheWatchAndBack() {
  var machine = running()
  #expect(machine.reconfigured(limits { $0.polls = true }, at: .zero) == [.scan])
  _ = machine.scanFinished(failure: nil, at: .zero)
  #expect(machine.nextTick == SpoolLimits().pollInterval)
  #expect(machine.reconfigured(SpoolLimits(), at: .zero) == [.watch, .scan])
}

@Test func pauseForRoomEndsWithItsLimit() {
  let small = limits { $0.space.minimumFreeBytes = 100 }
  var machine = running(small)
  let space = OutboxSpace(freeBytes: 10, usedBytes: 0)
  #expect(machine.spaceMeasured(space, at: .zero).count == 1)
  #expect(machine.reconfigured(SpoolLimits(), at: .seconds(1)) == [])
  #expect(machine.tick(at: .seconds(1)) == [.checkFolders])
  #expect(machine.foldersChecked(.unchanged, at: .seconds(1)).contains(.report(.resumed)))
}

@Test func newLimitOnRoomIsMeasuredAtOnce() {
  var machine = running()
  let small = limits { $0.space.minimumFreeBytes = 100 }
  #expect(machine.reconfigured(small, at: .zero) == [.measureSpace])
}

@Test func retentionIsAppliedAtTheStartAtEachChangeAndNowAndThen() {
  let kept = limits { $0.doneRetention.maximumCount = 5 }
  var machine = SpoolStateMachine(limits: kept)
  #expect(machine.start().contains(.applyRetention))
  machine.retentionApplied(isPartial: false, at: .zero)
  #expect(machine.reconfigured(kept, at: .zero) == [])
  let fewer = limits { $0.doneRetention.maximumCount = 4 }
  #expect(machine.reconfigured(fewer, at: .seconds(1)) == [.applyRetention])
  machine.retentionApplied(isPartial: true, at: .seconds(2))
  #expect(machine.tick(at: .seconds(2)).contains(.applyRetention))
  #expect(!machine.tick(at: .seconds(3)).contains(.applyRetention))
  machine.retentionApplied(isPartial: false, at: .seconds(3))
  #expect(!machine.tick(at: .seconds(62)).contains(.applyRetention))
  #expect(machine.tick(at: .seconds(63)).contains(.applyRetention))
}
