import Foundation
import Spool
import SystemPackage
import Testing

struct QueueCensusTests {
  private static let second: Int64 = 1_000_000_000

  @Test func filesAreCountedByAge() {
    var tally = QueueTally()
    let now = 10_000_000 * Self.second
    for age: Int64 in [0, 59, 60, 3599, 3600, 9_000_000, -50] {
      var stamp = stamp(size: 7)
      stamp.changed = now - age * Self.second
      tally.add(stamp, at: now)
    }
    #expect(tally.files == 7)
    #expect(tally.bytes == 49)
    #expect(tally.ages == [3, 1, 0, 1, 1, 0, 0, 1])
    #expect(tally.oldest == now - 9_000_000 * Self.second)
  }

  @Test func whatIsLeftAloneIsNoFileThatWaits() throws {
    let folder = try TemporaryFolder()
    for name in ["a.html", "b.html.part", ".hidden"] { try folder.write("x", to: name) }
    for name in ["done", "strange"] { try folder.makeFolder(name) }
    let inbox = try LocalFileSystem().openDirectory(at: FilePath(folder.url.path))
    let done = try inbox.status(of: FileName("done")).stamp.identity
    var census = QueueCensus(time: WallClock.now())
    try census.countInbox(inbox, without: [done])
    #expect(census.queues[.inbox]?.files == 1)
    #expect(census.ignored == 3)
  }

  @Test func notesAreNoFailedInputs() throws {
    let folder = try TemporaryFolder()
    for name in ["a.html", "a.html.error.json", ".winnow-1-1.tmp"] {
      try folder.write("x", to: name)
    }
    let failed = try LocalFileSystem().openDirectory(at: FilePath(folder.url.path))
    var census = QueueCensus(time: WallClock.now())
    try census.count(.failed, in: failed)
    #expect(census.queues[.failed]?.files == 1)
  }
}
