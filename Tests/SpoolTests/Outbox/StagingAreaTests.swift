import SystemPackage
import Testing

@testable import Spool

/// An outbox in memory with two records that have files and no names yet.
private struct Staging {
  let area = StagingArea()
  let writer: OutboxWriter
  let folder: InMemoryDirectory
  let records: [StagedRecord]

  init() throws {
    folder = InMemoryFileSystem().makeDirectory(at: "/outbox")
    let writer = OutboxWriter(outbox: folder, inspector: ScriptedInspector())
    records = try ["a.html", "b.html"].map { try writer.stage(.made($0), of: FileName($0)) }
    self.writer = writer
  }

  var names: [String] { folder.names.map(\.escaped) }
}

@Test func endOfTheProcessLeavesNoFileWithoutAName() throws {
  let staging = try Staging()
  for record in staging.records {
    let mayGetItsName = staging.area.add(record)
    #expect(mayGetItsName)
  }
  staging.area.close()
  #expect(staging.names.isEmpty)
}

@Test func recordThatHasItsNameOutlivesTheProcess() throws {
  let staging = try Staging()
  for record in staging.records { _ = staging.area.add(record) }
  #expect(staging.writer.publish([staging.records[0]]) == [.written])
  staging.area.remove(staging.records[0])
  staging.area.close()
  #expect(staging.names == ["a.json.zst"])
}

@Test func recordThatIsStagedAtTheEndOfTheProcessLosesItsFile() throws {
  let staging = try Staging()
  staging.area.close()
  for record in staging.records {
    let mayGetItsName = staging.area.add(record)
    #expect(!mayGetItsName)
  }
  #expect(staging.names.isEmpty)
}
