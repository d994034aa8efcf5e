import Foundation
import Testing

struct ExtractOutputTests {
  private static let page = Array(
    "<html><body><article><h1>Bees</h1><p>Bees dance on the comb to tell the others where the flowers are, and how far.</p></article></body></html>"
      .utf8)

  private let directory: ScratchDirectory
  private let pages: String
  private let output: String

  init() throws {
    directory = try ScratchDirectory()
    pages = directory.path + "/pages"
    output = directory.path + "/out"
    for name in ["a.html", "sub/a.html", "sub/deep/b.htm"] {
      _ = try directory.write(Self.page, to: "pages/" + name)
    }
  }

  /// The files under the output, sorted, hidden ones included.
  private func files() -> [String] {
    let paths = FileManager.default.enumerator(atPath: output)?.compactMap { $0 as? String } ?? []
    return paths.filter { !FileManager.default.isDirectory(output + "/" + $0) }.sorted()
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: output + "/" + name, encoding: .utf8)
  }

  @Test func eachRecordHasAFileWhereItsPageWas() throws {
    let run = try CommandRun(["extract", pages, "--output", output])
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.message == "")
    #expect(files() == ["a.html.json", "sub/a.html.json", "sub/deep/b.htm.json"])
    #expect(try PrintedRecord.parse(read("sub/deep/b.htm.json")).id == "b")
    #expect(try read("a.html.json").hasSuffix("}\n"))
  }

  @Test func articlesHaveFilesToo() throws {
    let run = try CommandRun(["extract", pages, "--output", output, "--format", "markdown"])
    #expect(run.status == 0)
    #expect(try read("a.html.md").contains("# Bees"))
    #expect(
      try CommandRun(["extract", pages, "--output", output, "--format", "html"]).status == 0)
    #expect(try read("a.html.html").contains("<h1"))
  }

  @Test func runIsGoneOnWith() throws {
    _ = try directory.write([], to: "pages/empty.html")
    _ = try directory.write(Array("\u{7F}ELF\u{1}\u{1}\u{1}\0\0\0\0".utf8), to: "pages/bad.html")
    let first = try CommandRun(["extract", pages, "--output", output])
    #expect(first.status == 1)
    #expect(!files().contains("bad.html.json"))
    _ = try directory.write(Array("kept".utf8), to: "out/a.html.json")
    _ = try directory.write(Self.page, to: "pages/bad.html")
    let second = try CommandRun(["extract", pages, "--output", output, "--skip-existing"])
    #expect(second.status == 0)
    #expect(try read("a.html.json") == "kept")
    #expect(files().contains("bad.html.json"))
    _ = try CommandRun(["extract", pages, "--output", output])
    #expect(try read("a.html.json") != "kept")
  }

  @Test func recordsAmongThePagesAreNotReadAsPages() throws {
    for _ in 0..<2 {
      #expect(try CommandRun(["extract", pages, "--output", pages]).status == 0)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: pages)
    #expect(names.sorted() == ["a.html", "a.html.json", "sub"])
    let shards = directory.path + "/shards"
    _ = try directory.write(Self.page, to: "shards/a.html")
    for _ in 0..<2 {
      let pack = ["extract", shards, "--output", shards, "--pack", "1MiB", "--skip-existing"]
      #expect(try CommandRun(pack).status == 0)
    }
    let packed = try FileManager.default.contentsOfDirectory(atPath: shards)
    #expect(packed.filter { $0.hasSuffix(".zst") } == ["records-000001.jsonl.zst"])
  }

  @Test func sourceIsNamedByItsPathBelowTheDirectory() throws {
    let line = Array(#"{"html": "<p>Bees dance on the comb.</p>"}"#.utf8)
    _ = try directory.write(line, to: "pages/sub/b.ndjson")
    let run = try CommandRun(["extract", pages, pages + "/sub/a.html", "--format", "jsonl"])
    let records = try run.output.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
    let names = records.map { ($0["source"] as? [String: Any])?["name"] as? String }
    #expect(names == ["a.html", "sub/a.html", "sub/b.ndjson#1", "sub/deep/b.htm", "a.html"])
    #expect(records.map { $0["id"] as? String } == ["a", "a", "b-000001", "b", "a"])
  }

  @Test func fileThatCannotBeReplacedWholeStays() throws {
    let report = try directory.write(Array("kept".utf8), to: "reports/report.html")
    let run = try CommandRun(
      ["explain", pages + "/a.html", "-o", report], fileSizeLimit: 1)
    #expect(run.status != 0)
    #expect(try String(contentsOfFile: report, encoding: .utf8) == "kept")
    let folder = (report as NSString).deletingLastPathComponent
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["report.html"])
  }

  @Test func nameThatIsTooLongIsShortened() throws {
    let long = String(repeating: "n", count: 248) + ".html"
    _ = try directory.write(Self.page, to: "pages/" + long)
    let run = try CommandRun(["extract", pages, "--output", output])
    #expect(run.status == 0)
    #expect(files().count == 4)
    let name = try #require(files().first { $0.hasPrefix("nnn") })
    #expect(name.utf8.count == 255)
    #expect(name.hasSuffix(".json"))
    #expect(try CommandRun(["extract", pages, "--output", output, "--skip-existing"]).status == 0)
    #expect(files().count == 4)
  }

  @Test func fileThatCannotBeMadeCostsNoOther() throws {
    try FileManager.default.createDirectory(
      atPath: output + "/a.html.json", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: output + "/b.ndjson.json/x", withIntermediateDirectories: true)
    let line = Array(#"{"html": "<p>Bees dance on the comb.</p>"}"#.utf8)
    _ = try directory.write(line, to: "pages/b.ndjson")
    let run = try CommandRun(["extract", pages, "--output", output])
    #expect(run.status == 1)
    #expect(run.message.contains("a.html.json cannot be written"))
    #expect(run.message.contains("b.ndjson.json cannot be written"))
    #expect(files() == ["sub/a.html.json", "sub/deep/b.htm.json"])
  }

  @Test func filesThatWouldMeetAreRefused() throws {
    let run = try CommandRun([
      "extract", pages + "/a.html", pages + "/sub/a.html", "--output", output,
    ])
    #expect(run.status == 64)
    #expect(run.message.contains("would have the same file"))
    #expect(!run.message.contains("Usage"))
    #expect(files() == [])
  }

  @Test(arguments: [
    ["--skip-existing"], ["--pack", "1MiB"], ["--output", "x", "--frame", "1"],
    ["--output", "x", "--pack", "1KiB"], ["--output", "x", "--pack", "1MiB", "--format", "text"],
    ["--output", "x", "--pack", "1MiB", "--level", "20"],
  ])
  func wrongUsageIsRefused(arguments: [String]) throws {
    #expect(try CommandRun(["extract", pages] + arguments).status == 64)
  }

  @Test func standardInputHasNoFile() throws {
    let run = try CommandRun(["extract", "-", "--output", output], input: Self.page)
    #expect(run.status == 64)
  }

  @Test func outputThatCannotBeMadeIsTold() throws {
    let run = try CommandRun(["extract", pages, "--output", pages + "/a.html"])
    #expect(run.status == 73)
    #expect(run.message.contains("cannot be written"))
    let packed = try CommandRun(["extract", pages, "--output", pages + "/a.html", "--pack", "1MiB"])
    #expect(packed.status == 73)
  }

  @Test func outputThatTakesNoBytesFailsOtherwise() throws {
    let run = try CommandRun(["explain", pages + "/a.html", "-o", "/dev/full"])
    #expect(run.status == 74)
    #expect(run.message.contains("/dev/full cannot be written"))
  }

  // MARK: - Shards

  private func manifest() throws -> [[String: Any]] {
    try read("manifest.jsonl").split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
  }

  @Test func recordsArePackedAndGoneOnWith() throws {
    let pack = ["extract", pages, "--output", output, "--pack", "1MiB"]
    #expect(try CommandRun(pack).status == 0)
    #expect(files() == ["manifest.jsonl", "records-000001.jsonl.zst"])
    let again = try CommandRun(pack)
    #expect(again.status == 73)
    #expect(again.message.contains("--skip-existing goes on with them"))
    _ = try directory.write(Self.page, to: "pages/c.html")
    #expect(try CommandRun(pack + ["--skip-existing"]).status == 0)
    #expect(try CommandRun(pack + ["--skip-existing"]).status == 0)
    #expect(files().count == 3)
    let sources = try manifest().compactMap { $0["source"] as? String }
    #expect(sources.count == 4)
    #expect(Set(sources).count == 4)
    #expect(sources.last == pages + "/c.html")
  }

  /// Four pages as lines of JSON, the third of which is none.
  private func container() throws -> String {
    let page = #"{"id":"NAME","html":"<p>Bees dance on the comb.</p>"}"#
    let lines = ["a", "b", "", "d"].map { $0.isEmpty ? "{" : page.replacing("NAME", with: $0) }
    let text = lines.joined(separator: "\n") + "\n"
    return try directory.write(Array(text.utf8), to: "crawl.ndjson")
  }

  @Test func containerHasOneFileForAllItsRecords() throws {
    let run = try CommandRun(["extract", try container(), pages, "--output", output])
    #expect(run.status == 1)
    #expect(files().count == 4)
    let lines = try read("crawl.ndjson.json").split(separator: "\n")
    #expect(try lines.map { try PrintedRecord.parse(String($0)) }.map(\.status).count == 4)
  }

  @Test func pagesOfAContainerArePackedOnce() throws {
    let pack = ["extract", try container(), "--output", output, "--pack", "4KiB", "--frame", "1"]
    #expect(try CommandRun(pack).status == 1)
    let whole = try manifest().compactMap { $0["page"] as? Int }
    #expect(whole.count == 4)
    #expect(Set(whole).count == 4)
    // The page that failed has its record, and is not tried again.
    #expect(try CommandRun(pack + ["--skip-existing"]).status == 0)
    #expect(try manifest().compactMap { $0["page"] as? Int } == whole)
  }

  @Test func containerThatWasReadToItsEndIsNotReadAgain() throws {
    let crawl = try container()
    let pack = ["extract", crawl, "--output", output, "--pack", "4KiB", "--skip-existing"]
    #expect(try CommandRun(pack).status == 1)
    let whole = try read("manifest.jsonl")
    #expect(whole.split(separator: "\n").filter { $0.contains(#""kind":"container""#) }.count == 1)
    // What stands there now would show if it were read.
    let page = #"{"html":"<p>Bees dance on the comb.</p>"}"#
    let longer = Array(repeating: page, count: 5).joined(separator: "\n")
    _ = try directory.write(Array(longer.utf8), to: "crawl.ndjson")
    #expect(try CommandRun(pack).status == 0)
    #expect(try read("manifest.jsonl") == whole)
    // A manifest of an older version has no such line: the container is read, and what is missing is packed.
    let older = whole.split(separator: "\n").filter { !$0.contains(#""kind":"container""#) }
    _ = try directory.write(
      Array((older.joined(separator: "\n") + "\n").utf8), to: "out/manifest.jsonl")
    #expect(try CommandRun(pack).status == 0)
    #expect(try manifest().compactMap { $0["page"] as? Int } == [1, 2, 3, 4, 5])
  }

  /// A record of WARC with a page, or what is left of one.
  private func warcRecord(missing count: Int = 0) -> String {
    let message =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Bees dance on the comb.</p>"
    return """
      WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r
      WARC-Target-URI: https://example.org/\r\nContent-Length: \(message.utf8.count + count)\r
      \r\n\(message)
      """
  }

  @Test func damagedContainerIsReadAgain() throws {
    let crawl = try directory.write(Array(warcRecord(missing: 9).utf8), to: "crawl.warc")
    let pack = ["extract", crawl, "--output", output, "--pack", "4KiB", "--skip-existing"]
    #expect(try CommandRun(pack).status == 1)
    #expect(try manifest().compactMap { $0["page"] as? Int } == [1, 0])
    #expect(try CommandRun(pack).status == 1)
    let whole = (0..<2).map { _ in warcRecord() + "\r\n\r\n" }.joined()
    _ = try directory.write(Array(whole.utf8), to: "crawl.warc")
    #expect(try CommandRun(pack).status == 0)
    #expect(try manifest().compactMap { $0["page"] as? Int } == [1, 0, 2])
  }

  @Test func failedRecordsArePackedAndCounted() throws {
    let run = try CommandRun([
      "extract", pages + "/a.html", pages + "/none.html", "--output", output, "--pack", "1MiB",
    ])
    #expect(run.status == 1)
    #expect(try manifest().last?["failed"] as? Int == 1)
  }

  @Test func dictionaryIsTrainedAndUsed() throws {
    let records = try CommandRun(
      ["extract", "--format", "jsonl"] + (0..<40).map { _ in pages + "/a.html" })
    let samples = try directory.write(Array(records.output.utf8), to: "samples.jsonl")
    let dictionary = directory.path + "/records.dictionary"
    let training = try CommandRun(["train-dictionary", samples, "-o", dictionary, "--size", "4KiB"])
    #expect(training.status == 0)
    let run = try CommandRun([
      "extract", pages, "--output", output, "--pack", "1MiB", "--frame", "1", "--dictionary",
      dictionary,
    ])
    #expect(run.status == 0)
    #expect(try manifest().last?["frames"] as? Int == 3)
    let few = try directory.write(Array("{}\n".utf8), to: "few.jsonl")
    #expect(try CommandRun(["train-dictionary", few, "-o", dictionary]).status == 1)
  }
}

extension FileManager {
  fileprivate func isDirectory(_ path: String) -> Bool {
    (try? contentsOfDirectory(atPath: path)) != nil
  }
}
