import Foundation
import Operation
import SystemPackage
import Testing

/// The operator's commands on a spool that the daemon itself worked off.
struct OperatorCommandTests {
  let folder: TemporaryFolder
  private var inbox: String { folder.path("inbox").string }
  private var outbox: String { folder.path("outbox").string }

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("inbox")
    try folder.makeFolder("outbox")
    for name in ["a", "b"] { try folder.write("<p>\(name)</p>", to: "inbox/\(name).html") }
    try folder.write([0x1F, 0x8B, 8, 0, 1, 2, 3], to: "inbox/bad.html.gz")
    try folder.write([0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5], to: "inbox/worse.html.gz")
    let run = try daemon()
    try #require(run.status == 1, "\(run.message)")
  }

  private func daemon(_ more: String...) throws -> Program {
    try Program(
      "winnowd",
      ["--inbox", inbox, "--outbox", outbox, "--once", "--stability-seconds", "0"] + more)
  }

  private func winnow(_ arguments: String...) throws -> Program {
    try Program("winnow", arguments)
  }

  @Test func statusCountsTheFolders() throws {
    let run = try winnow("status", "--inbox", inbox, "--outbox", outbox)
    #expect(run.status == 0, "\(run.output)\(run.message)")
    let cells = run.lines.map { $0.split(separator: " ").prefix(2).map(String.init) }
    for row in [["inbox", "0"], ["failed", "2"], ["done", "2"], ["outbox", "4"]] {
      #expect(cells.contains(row), "\(run.output)")
    }
    #expect(cells.contains(["corrupt", "2"]) || cells.contains(["truncated", "2"]))
  }

  @Test func statusSaysWhatNeedsAttention() throws {
    try folder.write("x", to: "inbox/c.html")
    let run = try winnow("status", "--json", "--inbox", inbox, "--outbox", outbox)
    #expect(run.status == 1)
    #expect(run.output.contains(#""code":"not_running""#))
  }

  @Test func statusIsPrintedAgainAndAgain() throws {
    let run = try winnow(
      "status", "--json", "--watch", "--interval", "0.1", "--updates", "3", "--inbox", inbox,
      "--outbox", outbox)
    #expect(run.lines.count == 3)
  }

  @Test func statusOfAMissingFolderIsAnErrorOfTheConfiguration() throws {
    let run = try winnow("status", "--inbox", inbox + "x", "--outbox", outbox)
    #expect(run.status == 78)
    #expect(run.message.contains("inboxx"))
  }

  @Test func retriedInputIsTakenAndFailsWithANoteAgain() throws {
    let run = try winnow("retry", "--inbox", inbox, "--all")
    #expect(run.status == 0, "\(run.output)\(run.message)")
    #expect(run.lines.last == "2 of 2 went back")
    #expect(folder.names(in: "inbox") == ["bad.html.gz", "done", "failed", "worse.html.gz"])
    #expect(folder.names(in: "inbox/failed") == [])
    #expect(try daemon().status == 1)
    #expect(
      folder.names(in: "inbox/failed") == [
        "bad.html.gz", "bad.html.gz.error.json", "worse.html.gz", "worse.html.gz.error.json",
      ])
    #expect(folder.names(in: "outbox").count == 4)
  }

  @Test func retryByNameLeavesTheOthers() throws {
    let run = try winnow("retry", "--inbox", inbox, "bad.html.gz", "none.html")
    #expect(run.status == 1)
    #expect(run.message.contains("there is no failed input none.html"))
    #expect(folder.names(in: "inbox/failed") == ["worse.html.gz", "worse.html.gz.error.json"])
  }

  @Test func retryOfNothingChosenIsWrongUsage() throws {
    #expect(try winnow("retry", "--inbox", inbox).status == 64)
    #expect(try winnow("retry", "--inbox", inbox, "--reason", "nonsense").status == 64)
    #expect(try winnow("retry", "--inbox", inbox, "--all", "x").status == 64)
  }

  @Test func retryOfAnotherReasonMovesNothing() throws {
    let run = try winnow("retry", "--inbox", inbox, "--reason", "timeout")
    #expect(run.status == 0)
    #expect(run.lines == ["0 of 0 went back"])
  }

  @Test func outboxOfTheDaemonHasNoFault() throws {
    let run = try winnow("verify", outbox, "--inbox", inbox)
    #expect(run.status == 0, "\(run.output)\(run.message)")
    #expect(
      run.lines == [
        "4 records in 4 files, 4 compared with their source and 4 the same,"
          + " 0 whose source is not there, 0 faults"
      ])
  }

  @Test func damageIsFound() throws {
    var frame = try Data(contentsOf: folder.url.appending(path: "outbox/a.json.zst"))
    frame[frame.count - 1] ^= 1
    try folder.write(frame, to: "outbox/a.json.zst")
    try folder.write("changed", to: "inbox/done/b.html")
    try folder.write("note", to: "outbox/README")
    let run = try winnow("verify", outbox, "--inbox", inbox)
    #expect(run.status == 1)
    #expect(run.lines.count == 3, "\(run.output)")
    #expect(run.lines[0].hasPrefix("a.json.zst: frame at byte 0: "))
    #expect(run.lines[1].hasPrefix("b.json.zst: its source b.html has another SHA-256"))
  }

  @Test func pagesOfContainersAreComparedWithThem() throws {
    let lines = ["a", "b"].map { #"{"html":"<p>\#($0)</p>"}"# }
    try folder.write(lines.joined(separator: "\n"), to: "inbox/pages.ndjson")
    #expect(try daemon().status == 0)
    let run = try winnow("verify", outbox, "--inbox", inbox)
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("6 compared with their source and 6 the same"))
    try folder.write(lines[0], to: "inbox/done/pages.ndjson")
    let second = try winnow("verify", outbox, "--inbox", inbox)
    #expect(second.status == 1)
    #expect(second.lines.first?.hasPrefix("pages-000002.json.zst: its source pages.ndjson") == true)
  }

  @Test func limitsOfTheDaemonHoldForVerification() throws {
    // A container that grows by decompression more than the default limit lets it.
    let padding = String(repeating: "a", count: 600_000)
    let lines = ["a", "b", "c"].map { #"{"html":"<p>\#($0)</p>","padding":"\#(padding)"}"# }
    let limit = "max-decompression-ratio"
    try folder.write(
      try ZstdFrame.made(of: lines.joined(separator: "\n")), to: "inbox/pages.ndjson.zst")
    #expect(try daemon("--\(limit)", "1000000").status == 0)
    let narrow = try winnow("verify", outbox, "--inbox", inbox)
    #expect(narrow.status == 0, "\(narrow.output)")
    #expect(!narrow.output.contains(" 0 whose source is not there"), "\(narrow.output)")
    try folder.write("\(limit): 1000000\n", to: "winnow.yaml")
    let run = try winnow(
      "verify", outbox, "--inbox", inbox, "--config", folder.path("winnow.yaml").string)
    #expect(run.status == 0, "\(run.output)\(run.message)")
    #expect(run.output.contains("7 compared with their source and 7 the same"), "\(run.output)")
  }

  @Test func wrongConfigurationIsToldBeforeAnythingIsVerified() throws {
    try folder.write("max-container-bytes: some\n", to: "winnow.yaml")
    let run = try winnow(
      "verify", outbox, "--inbox", inbox, "--config", folder.path("winnow.yaml").string)
    #expect(run.status == 78)
    #expect(run.output == "")
    #expect(run.message.contains("max-container-bytes"))
  }

  @Test func packedRecordsAreVerifiedWithTheirDictionary() throws {
    try folder.write(String(repeating: "words of a dictionary ", count: 9), to: "dictionary")
    let shards = folder.path("shards").string
    let done = folder.path("inbox/done").string
    let dictionary = folder.path("dictionary").string
    let packing = try winnow(
      "extract", done, "--output", shards, "--pack", "4KiB", "--dictionary", dictionary)
    try #require(packing.status == 0, "\(packing.message)")
    let run = try winnow("verify", shards, "--dictionary", dictionary)
    #expect(run.status == 0, "\(run.output)\(run.message)")
    #expect(
      run.lines == [
        "2 records in 1 files, 2 compared with their source and 2 the same,"
          + " 0 whose source is not there, 0 faults"
      ])
    #expect(try winnow("verify", shards).status == 1)
    #expect(try winnow("verify", shards, "--dictionary", dictionary + "x").status == 74)
  }

  @Test func missingOutboxIsAnErrorOfTheConfiguration() throws {
    #expect(try winnow("verify", outbox + "x").status == 78)
  }
}
