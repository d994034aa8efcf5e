import Spool
import Testing

private let short = PauseCause.space("less than 100 bytes are free")

private func machine() -> SpoolStateMachine {
  SpoolStateMachine.started { $0.space.minimumFreeBytes = 100 }.machine
}

private func space(free: Int, used: Int = 0) -> OutboxSpace {
  OutboxSpace(freeBytes: free, usedBytes: used)
}

@Test func roomIsMeasuredOnlyWhereThereIsALimit() {
  var limits = SpoolLimits()
  var unlimited = SpoolStateMachine(limits: limits)
  #expect(!unlimited.start().contains(.measureSpace))
  limits.space.maximumOutboxBytes = 5
  var limited = SpoolStateMachine(limits: limits)
  #expect(limited.start().contains(.measureSpace))
}

@Test func nothingIsTakenWhileRoomIsShort() {
  var machine = machine()
  #expect(machine.spaceMeasured(space(free: 100), at: .zero).isEmpty)
  #expect(machine.spaceMeasured(space(free: 99), at: .zero) == [.report(.paused(short))])
  #expect(machine.entryFinished(entry("a"), at: .zero).isEmpty)
}

@Test func intakeGoesOnOnlyWhenThereIsRoomToSpare() {
  var machine = machine()
  _ = machine.spaceMeasured(space(free: 99), at: .zero)
  _ = machine.entryFinished(entry("a"), at: .zero)
  for (now, free) in [(1, 124), (3, 99)] {
    let now = Duration.seconds(now)
    #expect(machine.tick(at: now).first == .checkFolders)
    #expect(machine.foldersChecked(.unchanged, at: now) == [.measureSpace])
    #expect(machine.spaceMeasured(space(free: free), at: now).isEmpty)
  }
  _ = machine.tick(at: .seconds(7))
  _ = machine.foldersChecked(.unchanged, at: .seconds(7))
  let actions = machine.spaceMeasured(space(free: 125), at: .seconds(7))
  #expect(actions.first == .report(.resumed))
  #expect(actions.claimedNames == ["a"])
}

@Test func documentsInWorkAreFinishedWhileRoomIsShort() {
  var machine = SpoolStateMachine.publishing { $0.space.maximumOutboxBytes = 10 }
  #expect(machine.spaceMeasured(space(free: 0, used: 11), at: .zero).notices.count == 1)
  #expect(machine.published(FileName("a"), .done, at: .zero).count == 1)
  #expect(machine.retired(FileName("a"), .done, at: .zero).isEmpty)
}

@Test func pauseForRoomThatCannotBeMeasuredLooksAgain() {
  var machine = machine()
  #expect(machine.spaceUnknown(at: .zero).isEmpty)
  _ = machine.spaceMeasured(space(free: 99), at: .zero)
  _ = machine.tick(at: .seconds(1))
  _ = machine.foldersChecked(.unchanged, at: .seconds(1))
  #expect(machine.spaceUnknown(at: .seconds(1)).isEmpty)
  #expect(machine.nextTick == .seconds(3))
}
