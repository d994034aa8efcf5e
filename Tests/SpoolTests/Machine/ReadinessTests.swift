import Spool
import Testing

@Test func oldFileFoundAtTheStartIsTakenAtOnce() {
  let (_, actions) = SpoolStateMachine.started([entry("a", age: .seconds(2))])
  #expect(actions.claimedNames == ["a"])
}

@Test func youngFileFoundAtTheStartWaits() {
  let (machine, actions) = SpoolStateMachine.started([entry("a", age: .milliseconds(1999))])
  #expect(actions.claims.isEmpty)
  #expect(machine.nextTick == .seconds(2))
}

@Test func fileThatHoldsStillIsTaken() {
  let young = entry("a", age: .zero)
  var (machine, _) = SpoolStateMachine.started([young])
  #expect(machine.rescanned([young], at: .seconds(1)).claims.isEmpty)
  #expect(machine.rescanned([young], at: .seconds(2)).claimedNames == ["a"])
}

@Test(arguments: [
  entry("a", size: 11), entry("a", modified: 5),
  InboxEntry(
    name: FileName("a"), status: FileStatus(kind: .regular, stamp: stamp(inode: 2)), age: .zero),
])
func fileThatChangesWaitsAnew(changed: InboxEntry) {
  var (machine, _) = SpoolStateMachine.started([entry("a")])
  #expect(machine.rescanned([changed], at: .seconds(2)).claims.isEmpty)
  #expect(machine.nextTick == .seconds(4))
  #expect(machine.rescanned([changed], at: .seconds(4)).claimedNames == ["a"])
}

@Test func finishedFileIsTakenAtOnce() {
  var (machine, _) = SpoolStateMachine.started()
  #expect(machine.entryFinished(entry("a"), at: .zero).claimedNames == ["a"])
}

@Test func finishedFileWithoutBytesWaits() {
  var (machine, _) = SpoolStateMachine.started()
  #expect(machine.entryFinished(entry("a", size: 0), at: .zero).isEmpty)
  #expect(machine.nextTick == .seconds(2))
  #expect(machine.rescanned([entry("a", size: 0)], at: .seconds(2)).claimedNames == ["a"])
}

@Test func finishedFileThatWasSettlingIsTakenOnce() {
  var (machine, _) = SpoolStateMachine.started([entry("a")])
  #expect(machine.entryFinished(entry("a"), at: .zero).claimedNames == ["a"])
  #expect(machine.entryFinished(entry("a"), at: .zero).claims.isEmpty)
}

@Test func createdFileWaitsUntilItHoldsStill() {
  var (machine, _) = SpoolStateMachine.started()
  #expect(machine.entryCreated(FileName("a"), at: .seconds(10)).isEmpty)
  #expect(machine.nextTick == .seconds(12))
  #expect(machine.rescanned([entry("a")], at: .seconds(12)).claims.isEmpty)
  #expect(machine.rescanned([entry("a")], at: .seconds(14)).claimedNames == ["a"])
}

@Test func fileThatVanishedIsForgotten() {
  var (machine, _) = SpoolStateMachine.started([entry("a")])
  _ = machine.rescanned([], at: .seconds(2))
  #expect(machine.nextTick == .seconds(62))
}

@Test(arguments: [
  ".hidden", "a.tmp", "a.part", "a.filepart", "a.crdownload", "a.swp", "a~", ".winnow-1-1.tmp",
])
func temporaryNamesAreLeftAlone(name: String) {
  var (machine, actions) = SpoolStateMachine.started([entry(name, age: .seconds(9))])
  #expect(actions.claims.isEmpty)
  #expect(machine.entryFinished(entry(name), at: .zero).isEmpty)
  #expect(machine.entryCreated(FileName(name), at: .zero).isEmpty)
}

@Test(arguments: [
  FileKind.symbolicLink, .fifo, .socket, .device, .directory,
])
func whatIsNoFileIsReportedOnceAndLeftAlone(kind: FileKind) {
  var (machine, actions) = SpoolStateMachine.started([entry("a", kind: kind, age: .seconds(9))])
  #expect(actions.claims.isEmpty)
  #expect(actions.notices.contains(.skipped(FileName("a"), kind)))
  #expect(machine.entrySeen(entry("a", kind: kind, age: .seconds(9)), at: .seconds(60)).isEmpty)
}
