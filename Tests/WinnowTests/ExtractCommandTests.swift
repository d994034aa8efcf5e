import Foundation
import Testing

struct ExtractCommandTests {
  private static let page = Array(
    """
    <html lang="en"><head><title>Bees</title></head><body><article><h1>Bees</h1>
    <p>Bees dance on the comb to tell the others where the flowers are, and how far.</p>
    <p>The angle of the dance is the angle to the sun, and its length is the distance.</p>
    </article></body></html>
    """.utf8)

  /// ``page`` in one gzip member of one stored block, checksum and size zero: damaged at its end.
  private static var damagedGzip: [UInt8] {
    let count = UInt16(page.count)
    let sizes = [count, ~count].flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1] + sizes + page + [UInt8](repeating: 0, count: 8)
  }

  private let directory: ScratchDirectory

  init() throws { directory = try ScratchDirectory() }

  private func record(_ path: String) throws -> (PrintedRecord, CommandRun) {
    let run = try CommandRun(["extract", "--format", "jsonl", path])
    #expect(run.lines.count == 1)
    return (try PrintedRecord.parse(run.output), run)
  }

  private func expectFailure(_ path: String, reason: String) throws {
    let (record, run) = try record(path)
    #expect(record.status == "failed")
    #expect(record.reason == reason)
    #expect(run.status == 1)
    #expect(run.message.hasPrefix("winnow: \(path): failed: \(reason)"))
    #expect(run.message.filter { $0 == "\n" }.count == 1)
  }

  @Test func pageGivesOneObjectByDefault() throws {
    let run = try CommandRun(["extract", directory.write(Self.page, to: "bees.html")])
    #expect(run.status == 0)
    #expect(run.message == "")
    #expect(run.output.hasPrefix(#"{"schema":"winnow.record/1","id":"bees","#))
    #expect(run.output.hasSuffix("}}\n"))
    #expect(run.output.contains("Bees dance on the comb"))
  }

  @Test func biasIsNamedInTheRecord() throws {
    let page = try directory.write(Self.page, to: "bees.html")
    let run = try CommandRun(["extract", "--bias", "-0.5", page])
    #expect(run.output.contains(#""options":{"bias":"-0.5"}"#))
  }

  @Test func fileWhoseNameBeginsWithADashIsReadAfterTheMark() throws {
    _ = try directory.write(Self.page, to: "-bees.html")
    let run = try CommandRun(["extract", "--", "-bees.html"], in: directory.path)
    #expect(try PrintedRecord.parse(run.output).id == "-bees")
    let wrong = try CommandRun(["extract", "-bees.html"], in: directory.path)
    #expect(wrong.status == 64)
    #expect(wrong.message.hasPrefix("winnow: -bees.html is a file but reads like options"))
  }

  @Test func standardInputIsRead() throws {
    let run = try CommandRun(["extract", "-"], input: Self.page)
    #expect(try PrintedRecord.parse(run.output).id == "-")
    #expect(run.status == 0)
  }

  @Test func badFileAmongGoodOnesHasItsRecord() throws {
    let paths = [
      try directory.write(Self.page, to: "one.html"), directory.path + "/missing.html",
      try directory.write(Self.page, to: "two.html"),
    ]
    for format in ["json", "jsonl"] {
      let run = try CommandRun(["extract", "--format", format] + paths)
      let records =
        try format == "json"
        ? PrintedRecord.parse(array: run.output) : run.lines.map(PrintedRecord.parse)
      #expect(records.map(\.id) == ["one", "missing", "two"])
      #expect(records.map(\.status).map { $0 == "failed" } == [false, true, false])
      #expect(run.status == 1)
      #expect(run.message.contains("missing.html: failed: not_found"))
    }
  }

  @Test func unreadablePathsFailWithTheirReason() throws {
    let fifo = directory.path + "/fifo"
    let result = unsafe mkfifo(fifo, 0o600)
    try #require(result == 0)
    try expectFailure(fifo, reason: "not_regular")
    try expectFailure(directory.path + "/missing", reason: "not_found")
  }

  @Test func fileWithoutBytesIsEmpty() throws {
    let (record, run) = try record(directory.write([], to: "empty.html"))
    #expect(record.status == "empty")
    #expect(record.reason == "empty_input")
    #expect(run.status == 0)
  }

  @Test func namedLinkIsFollowed() throws {
    let page = try directory.write(Self.page, to: "page.html")
    let link = directory.path + "/link.html"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: page)
    let (record, run) = try record(link)
    #expect(record.id == "link")
    #expect(run.status == 0)
  }

  @Test func directoryStandsForItsFilesInOrder() throws {
    for name in ["b.html", "a/x.html", "a.html", ".hidden.html"] {
      _ = try directory.write(Self.page, to: name)
    }
    try FileManager.default.createSymbolicLink(
      atPath: directory.path + "/link.html", withDestinationPath: directory.path + "/b.html")
    let run = try CommandRun(["extract", directory.path])
    #expect(try PrintedRecord.parse(array: run.output).map(\.id) == ["a", "x", "b"])
  }

  @Test func emptyDirectoryIsAnEmptyArray() throws {
    let run = try CommandRun(["extract", directory.path])
    #expect(try PrintedRecord.parse(array: run.output) == [])
    #expect(run.status == 0)
  }

  @Test func damagedGzipIsPartial() throws {
    let truncated = try directory.write(Array(Self.damagedGzip.dropLast(8)), to: "cut.html.gz")
    let (cut, run) = try record(truncated)
    #expect(cut == PrintedRecord(id: "cut", status: "partial", reason: "truncated"))
    #expect(run.status == 0)
    let corrupt = try directory.write(Self.damagedGzip, to: "bad.html.gz")
    #expect(try record(corrupt).0 == PrintedRecord(id: "bad", status: "partial", reason: "corrupt"))
  }

  @Test func binaryNamedAsPageFailsAsUnsupported() throws {
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    try expectFailure(directory.write(png + png, to: "image.html"), reason: "unsupported")
  }

  @Test(arguments: ["1", "4"]) func recordsComeInTheOrderOfTheFiles(jobs: String) throws {
    // Sizes differ, so that later files are done before earlier ones.
    for index in 0..<60 {
      let page = (0..<(index % 7 == 0 ? 400 : 1)).flatMap { _ in Self.page }
      _ = try directory.write(page, to: "\(100 + index).html")
    }
    let run = try CommandRun(["extract", "-j", jobs, "--format", "jsonl", directory.path])
    #expect(try run.lines.map { try PrintedRecord.parse($0).id } == (100..<160).map { "\($0)" })
  }

  @Test(arguments: [
    ["--format", "xml"], ["--roles", "hero"], ["-j", "0"], ["--bias", "-1"], ["--bias", "nan"],
    ["--url", "https://example.org/", "a", "b"],
    ["--format", "html", "a", "b"], ["-", "-"],
  ])
  func wrongUsageEndsWithItsStatus(arguments: [String]) throws {
    let run = try CommandRun(["extract"] + arguments)
    #expect(run.status == 64)
    #expect(run.output == "")
  }

  @Test(arguments: [["--format", "html"], ["--url", "https://example.org/"]])
  func directoryIsWrongUsageWhereOneFileIsAsked(arguments: [String]) throws {
    let run = try CommandRun(["extract"] + arguments + [directory.path])
    #expect(run.status == 64)
  }

  @Test func fullDeviceIsAnOutputError() throws {
    let page = try directory.write(Self.page, to: "page.html")
    let process = Process()
    process.executableURL = try CommandRun.executable()
    process.arguments = ["extract", page]
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
  }

  @Test func readerThatLeavesEndsTheCommandQuietly() throws {
    for index in 0..<50 { _ = try directory.write(Self.page, to: "\(index).html") }
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let errors = Pipe()
    let process = Process()
    process.executableURL = try CommandRun.executable()
    process.arguments = ["extract", directory.path]
    process.standardOutput = pipe
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
    try errors.fileHandleForWriting.close()
    #expect(try errors.fileHandleForReading.readToEnd() ?? Data() == Data())
  }

  @Test func helpShowsExamples() throws {
    for arguments in [["--help"], ["extract", "--help"]] {
      let run = try CommandRun(arguments)
      #expect(run.status == 0)
      #expect(run.output.contains("winnow extract"))
    }
  }
}
