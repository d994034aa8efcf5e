import Foundation
import Testing

/// Tests of a daemon with containers in its inbox.
struct ContainerDaemonTests {
  private let fixture: DaemonFixture

  init() throws {
    fixture = try DaemonFixture()
  }

  private static func line(_ number: Int) -> String {
    #"{"id": "page \#(number)", "html": "<p>It rained in the town on day \#(number) of the year.</p>"}"#
  }

  private func run(_ arguments: String...) async throws -> Int32 {
    try await fixture.exitCode(of: fixture.start(arguments: ["--once"] + arguments))
  }

  @Test(arguments: ["process", "none"])
  func containerGivesARecordForEachPage(isolation: String) async throws {
    let lines = (1...30).map(Self.line).joined(separator: "\n")
    try fixture.folder.write(lines, to: "inbox/pages.ndjson")
    #expect(try await run("--isolation", isolation) == 0)
    #expect(fixture.folder.names(in: "inbox/done") == ["pages.ndjson"])
    let names = fixture.folder.names(in: "outbox")
    #expect(names.count == 30)
    #expect(names.first == "pages-000001.json.zst")
    #expect(try fixture.record(of: "pages-000017")["id"] as? String == "page 17")
    #expect(fixture.logText.contains("pages=30"))
  }

  @Test func pageThatFailsCostsItselfAlone() async throws {
    try fixture.folder.write(
      Self.line(1) + "\nno line of JSON\n" + Self.line(3), to: "inbox/pages.ndjson")
    #expect(try await run() == 1)
    #expect(fixture.folder.names(in: "inbox/done") == ["pages.ndjson"])
    #expect(try fixture.record(of: "pages-000002")["reason"] as? String == "corrupt")
    #expect(try fixture.record(of: "pages-000003")["status"] as? String != "failed")
  }

  @Test func pageThatEndsItsWorkerCostsItselfAlone() async throws {
    let hostile = #"{"html": "<!--winnow-misbehave: crash--><p>It rained.</p>"}"#
    try fixture.folder.write(
      Self.line(1) + "\n" + hostile + "\n" + Self.line(3), to: "inbox/pages.ndjson")
    #expect(try await run("--misbehave-on-request") == 1)
    #expect(try fixture.record(of: "pages-000002")["reason"] as? String == "crash")
    #expect(try fixture.record(of: "pages-000003")["status"] as? String != "failed")
    #expect(fixture.folder.names(in: "inbox/done") == ["pages.ndjson"])
  }

  @Test func longWayToAPageIsNoTimeout() async throws {
    // Lines without a page take the worker longer than a page may, but each piece of them does not, by far.
    let way = String(repeating: "               \n", count: 2_000_000)
    let hostile = #"{"html": "<!--winnow-misbehave: crash--><p>It rained.</p>"}"#
    try fixture.folder.write(
      Self.line(1) + "\n" + way + hostile + "\n" + Self.line(3), to: "inbox/pages.ndjson")
    #expect(try await run("--misbehave-on-request", "--max-seconds", "2") == 1)
    #expect(try fixture.record(of: "pages-000002")["reason"] as? String == "crash")
    #expect(try fixture.record(of: "pages-000003")["status"] as? String != "failed")
    #expect(fixture.folder.names(in: "inbox/done") == ["pages.ndjson"])
  }

  @Test func cutContainerGivesItsPagesAndFails() async throws {
    let record = """
      WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 30\r\n\r
      <p>It rained in the town.</p>\r\n\r\n
      """
    let cut = "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 3"
    try fixture.folder.write(record + cut, to: "inbox/crawl.warc")
    #expect(try await run() == 1)
    #expect(
      fixture.folder.names(in: "outbox") == ["crawl-000001.json.zst", "crawl.json.zst"])
    #expect(try fixture.record(of: "crawl")["reason"] as? String == "truncated")
    #expect(fixture.folder.names(in: "inbox/failed") == ["crawl.warc", "crawl.warc.error.json"])
  }

  @Test func daemonThatIsKilledGoesOnWhereItEnded() async throws {
    let lines = (1...300).map(Self.line).joined(separator: "\n")
    try fixture.folder.write(lines, to: "inbox/pages.ndjson")
    let daemon = try fixture.start("--workers", "1")
    try await fixture.wait { fixture.folder.names(in: "outbox").count > 3 }
    kill(daemon.processIdentifier, SIGKILL)
    daemon.waitUntilExit()
    #expect(try await run() == 0)
    let records = fixture.folder.names(in: "outbox").filter { !$0.hasPrefix(".") }
    #expect(records.count == 300)
    #expect(fixture.folder.names(in: "inbox/done") == ["pages.ndjson"])
  }

  /// A WARC of one page, whose bytes are the same in each.
  private static func crawl(_ url: String, at date: String) -> String {
    let page = "<p>It rained in the town.</p>"
    return """
      WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nWARC-Record-ID: <urn:uuid:1>\r
      WARC-Target-URI: \(url)\r\nWARC-Date: \(date)\r\nContent-Length: \(page.utf8.count)\r\n\r
      \(page)\r\n\r\n
      """
  }

  @Test func pagesOfTheSameBytesInContainersOfOneNameStayApart() async throws {
    let crawls = [
      Self.crawl("https://example.org/a", at: "2024-05-17T06:42:10Z"),
      Self.crawl("https://example.org/b", at: "2024-05-17T06:42:10Z"),
      Self.crawl("https://example.org/a", at: "2025-01-01T00:00:00Z"),
    ]
    // The last two are repetitions, which change nothing.
    for crawl in crawls + crawls.suffix(2) {
      try fixture.folder.write(crawl, to: "inbox/crawl.warc")
      #expect(try await run() == 0)
    }
    // The same pages in a file of another name, which gives records their names all the same.
    try fixture.folder.write(crawls[0], to: "inbox/crawl.warc.gz")
    #expect(try await run() == 0)
    let names = fixture.folder.names(in: "outbox")
    #expect(names.count == 4)
    let sources = try names.map { name in
      let record = try fixture.record(of: String(name.dropLast(".json.zst".count)))
      let source = record["source"] as? [String: Any] ?? [:]
      return ["name", "url", "modified"].map { "\(source[$0] ?? "")" }.joined(separator: " ")
    }
    #expect(
      sources.sorted() == [
        "crawl.warc#urn:uuid:1 https://example.org/a 2024-05-17T06:42:10Z",
        "crawl.warc#urn:uuid:1 https://example.org/a 2025-01-01T00:00:00Z",
        "crawl.warc#urn:uuid:1 https://example.org/b 2024-05-17T06:42:10Z",
        "crawl.warc.gz#urn:uuid:1 https://example.org/a 2024-05-17T06:42:10Z",
      ])
  }
}
