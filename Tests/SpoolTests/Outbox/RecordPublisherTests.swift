import SystemPackage
import Testing

@testable import Spool

/// A watch folder in memory and what writes its records.
private struct Publishing {
  let fileSystem = InMemoryFileSystem()
  let outbox: InMemoryDirectory
  let area = StagingArea()
  let publisher: RecordPublisher
  let tasks: [DiskTask<ProcessedDocument>]

  init() throws {
    _ = fileSystem.makeDirectory(at: "/inbox")
    outbox = fileSystem.makeDirectory(at: "/outbox")
    let configuration = SpoolConfiguration(inbox: "/inbox", outbox: "/outbox")
    publisher = RecordPublisher(
      folders: try SpoolFolders(configuration, in: fileSystem), fileSystem: fileSystem,
      configuration: configuration, area: area)
    tasks = ["a.html", "b.html"].map {
      DiskTask(
        claim: Claim(name: FileName($0), attempt: 1), content: .made($0), begun: .zero)
    }
  }

  /// The records of the batch that were written.
  func staged() -> [StagedRecord] {
    publisher.stage(tasks).compactMap { if case .staged(let record) = $0 { record } else { nil } }
  }

  /// Why the records of the batch were not written.
  func causes() -> [PauseCause] {
    publisher.stage(tasks).compactMap { if case .blocked(let cause) = $0 { cause } else { nil } }
  }

  var names: [String] { outbox.names.map(\.escaped) }
}

@Test func batchIsWrittenAndGetsItsNames() throws {
  let publishing = try Publishing()
  let staged = publishing.staged()
  #expect(staged.count == 2)
  #expect(publishing.publisher.publish(staged) == [.written, .written])
  publishing.area.close()
  publishing.fileSystem.losePower()
  #expect(publishing.names == ["a.json.zst", "b.json.zst"])
}

@Test func recordThatCannotBeWrittenHoldsUpNoOtherAndLeavesNothing() throws {
  let publishing = try Publishing()
  publishing.fileSystem.fail(call: publishing.fileSystem.calls.count + 1, with: .noSpace)
  let staged = publishing.staged()
  #expect(staged.map(\.input) == [FileName("b.html")])
  publishing.area.close()
  #expect(publishing.names.isEmpty)
}

@Test func nothingIsWrittenAtTheEndOfTheProcess() throws {
  let publishing = try Publishing()
  publishing.area.close()
  #expect(publishing.causes() == [.outbox("the process ends"), .outbox("the process ends")])
  #expect(publishing.names.isEmpty)
}

@Test func nothingIsWrittenOrNamedInAnotherFolder() throws {
  let publishing = try Publishing()
  let staged = publishing.staged()
  _ = publishing.fileSystem.makeDirectory(at: "/outbox")
  #expect(publishing.causes() == [RecordPublisher.foldersGone, RecordPublisher.foldersGone])
  let blocked = Publication.blocked(RecordPublisher.foldersGone)
  #expect(publishing.publisher.publish(staged) == [blocked, blocked])
  #expect(publishing.names.isEmpty)
}
