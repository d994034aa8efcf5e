import SystemPackage
import Testing

@testable import Spool

/// An outbox in memory and three records that were written but have no names yet.
private struct Outbox {
  let fileSystem = InMemoryFileSystem()
  let folder: InMemoryDirectory
  let writer: OutboxWriter
  let staged: [StagedRecord]

  init(_ inputs: [String] = ["a.html", "b.html", "c.html"], _ existing: ExistingPolicy = .rename)
    throws
  {
    folder = fileSystem.makeDirectory(at: "/outbox")
    let writer = OutboxWriter(outbox: folder, inspector: ScriptedInspector(), existing: existing)
    staged = try inputs.enumerated().map { index, input in
      try writer.stage(.made("\(index)"), of: FileName(input))
    }
    self.writer = writer
  }

  var names: [String] { folder.names.map(\.escaped) }
}

@Test func oneSynchronizationDoesForAllNames() throws {
  let outbox = try Outbox()
  let callsBefore = outbox.fileSystem.calls.count
  #expect(outbox.writer.publish(outbox.staged) == [.written, .written, .written])
  #expect(
    outbox.fileSystem.calls[callsBefore...] == [.rename, .rename, .rename, .synchronizeFolder])
  outbox.fileSystem.losePower()
  #expect(outbox.names == ["a.json.zst", "b.json.zst", "c.json.zst"])
}

@Test func stagedRecordHasNoNameThatIsLookedFor() throws {
  let outbox = try Outbox()
  #expect(outbox.names.allSatisfy { $0.hasSuffix(".tmp") })
  for record in outbox.staged { OutboxWriter.discard(record) }
  #expect(outbox.names.isEmpty)
}

@Test func noInputLeavesWhenTheFolderIsNotSynchronized() throws {
  let outbox = try Outbox()
  outbox.fileSystem.fail(call: outbox.fileSystem.calls.count + 3, with: .ioError)
  let blocked = Publication.blocked(.outbox("\(Errno.ioError)"))
  #expect(outbox.writer.publish(outbox.staged) == [blocked, blocked, blocked])
}

@Test func recordThatGetsNoNameHoldsUpNoOther() throws {
  let outbox = try Outbox()
  outbox.fileSystem.fail(call: outbox.fileSystem.calls.count + 1, with: .noSpace)
  #expect(
    outbox.writer.publish(outbox.staged)
      == [.written, .blocked(.outbox("\(Errno.noSpace)")), .written])
  outbox.fileSystem.losePower()
  #expect(outbox.names == ["a.json.zst", "c.json.zst"])
}

@Test func recordOfTheNameOfOneStagedWithItIsSkippedToo() throws {
  let outbox = try Outbox(["a.html", "a.htm"], .skip)
  #expect(
    outbox.writer.publish(outbox.staged) == [.written, .skipped(FileName("a.json.zst"))])
  outbox.fileSystem.losePower()
  #expect(outbox.names == ["a.json.zst"])
}
