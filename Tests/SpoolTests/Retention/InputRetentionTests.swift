import Extraction
import SystemPackage
import Testing

@testable import Spool

/// The folders of a spool in memory.
private struct Spool {
  let fileSystem = InMemoryFileSystem()
  let folders: SpoolFolders
  let done: InMemoryDirectory
  let failed: InMemoryDirectory

  init() throws {
    fileSystem.makeDirectory(at: "/inbox")
    fileSystem.makeDirectory(at: "/outbox")
    folders = try SpoolFolders(
      SpoolConfiguration(inbox: "/inbox", outbox: "/outbox"), in: fileSystem)
    done = try #require(folders.done as? InMemoryDirectory)
    failed = try #require(folders.failed as? InMemoryDirectory)
  }

  var retention: InputRetention { InputRetention(folders: folders) }

  func fail(_ name: String) throws {
    let name = FileName(name)
    try #require(folders.claims(ofAttempt: 1) as? InMemoryDirectory).place(name, content: [1])
    let (result, _) = InputRetirement(folders: folders, retirement: .move).retire(
      Claim(name: name, attempt: 1), .made("1111", .failed))
    #expect(result == .done)
  }
}

/// Nothing is to be kept.
private var nothing: RetentionLimits {
  var limits = RetentionLimits()
  limits.maximumCount = 0
  return limits
}

@Test func doneInputsGo() throws {
  let spool = try Spool()
  spool.done.place(FileName("a.html"), content: [1, 2, 3])
  let outcome = spool.retention.clearDone(nothing, now: 0)
  #expect(outcome == .init(count: 1, bytes: 3))
  #expect(spool.done.names.isEmpty)
}

@Test func failedInputsGoWithTheirNotes() throws {
  let spool = try Spool()
  try spool.fail("a.html")
  #expect(spool.failed.names.count == 2)
  #expect(spool.retention.clearFailed(nothing, now: 0).count == 1)
  #expect(spool.failed.names.isEmpty)
}

@Test func whatIsNoInputStays() throws {
  let spool = try Spool()
  try spool.fail("a.html")
  for name in ["README", ".hidden", "b.tmp", "c.html.error.json"] {
    spool.failed.place(FileName(name), content: Array("by hand".utf8))
    if name.hasPrefix(".") || name.hasSuffix("p") {
      spool.done.place(FileName(name), content: [])
    }
  }
  _ = spool.retention.clearFailed(nothing, now: 0)
  _ = spool.retention.clearDone(nothing, now: 0)
  #expect(
    spool.failed.names.map(\.escaped) == [".hidden", "README", "b.tmp", "c.html.error.json"])
  #expect(spool.done.names.map(\.escaped) == [".hidden", "b.tmp"])
}

@Test func withoutLimitsNothingIsListed() throws {
  let spool = try Spool()
  spool.done.place(FileName("a.html"), content: [1])
  #expect(spool.retention.clearDone(RetentionLimits(), now: .max) == .init())
  #expect(spool.done.names.count == 1)
}
