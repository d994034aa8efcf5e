import Extraction
import Intake
import Operation
import RecordEncoding
import Spool
import SystemPackage
import Testing

/// Records of pages against the container that they were made of.
struct ContainerVerificationTests {
  private let folder: TemporaryFolder
  private let done: any Directory

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("outbox")
    done = try folder.makeFolder("done")
  }

  private static func warc(_ pages: [String]) -> String {
    pages.enumerated().map { _, page in
      let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>\(page)</p>"
      return
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:\(page.prefix(1))>\r\n"
        + "Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
    }.joined()
  }

  /// Writes the records of a file, as those of an input of that name.
  private func record(_ file: String, as name: String? = nil, ending: String = "") throws {
    var reader = DocumentReader()
    let descriptor = try FileDescriptor.open(folder.path(file), .readOnly)
    defer { try? descriptor.close() }
    let name = name ?? String(file.split(separator: "/").last ?? "")
    guard case .container(let container) = try reader.open(descriptor, name: name) else {
      throw Errno.invalidArgument
    }
    var encoder = try RecordEncoder(level: 3)
    while let page = try container.next() {
      let document = try page.document.get()
      let id = DocumentName.identifier(of: name, ordinal: page.ordinal)
      let record = Record(id: document.id, source: document.source, status: .ok)
      try folder.write(
        try encoder.encode(record).frame, to: "outbox/\(id)\(ending).json.zst")
    }
    guard let record = container.record else { return }
    try folder.write(try encoder.encode(record).frame, to: "outbox/whole\(ending).json.zst")
  }

  private func verify() throws -> Verified {
    try Verified(folder.path("outbox"), sources: [done])
  }

  @Test func unchangedContainerIsComparedPageByPage() throws {
    try folder.write(Self.warc(["a", "b", "c"]), to: "done/crawl.warc")
    try record("done/crawl.warc")
    let result = try verify()
    #expect(result.lines == [])
    #expect(result.tally.compared == 3)
    #expect(result.tally.matched == 3)
    #expect(result.tally.uncompared == 0)
  }

  @Test func changedPageIsAFaultOfItsRecordAlone() throws {
    try folder.write(Self.warc(["a", "b", "c"]), to: "done/crawl.warc")
    try record("done/crawl.warc")
    try folder.write(Self.warc(["a", "bb", "c"]), to: "done/crawl.warc")
    let result = try verify()
    #expect(
      result.lines == [
        "crawl-000002.json.zst: its source crawl.warc, page 2, has another SHA-256 by now (crawl.warc)"
      ])
    #expect(result.tally.compared == 3)
    #expect(result.tally.matched == 2)
  }

  @Test(arguments: [(["b", "c"], 1), (["a", "c"], 2), (["a", "b"], 3)])
  func removedPageIsAFault(rest: [String], page: Int) throws {
    try folder.write(Self.warc(["a", "b", "c"]), to: "done/crawl.warc")
    try record("done/crawl.warc")
    try folder.write(Self.warc(rest), to: "done/crawl.warc")
    #expect(
      try verify().lines == [
        "crawl-00000\(page).json.zst: its source crawl.warc, page \(page), is not in it any more (crawl.warc)"
      ])
  }

  @Test func containerThatIsAPageNowLacksAll() throws {
    try folder.write(Self.warc(["a", "b"]), to: "done/crawl.warc")
    try record("done/crawl.warc")
    try folder.write("<p>a</p>", to: "done/crawl.warc")
    let result = try verify()
    #expect(result.lines.count == 2)
    #expect(result.lines.allSatisfy { $0.contains("is not in it any more") })
  }

  @Test func containerThatIsGoneIsNoFault() throws {
    try folder.write(Self.warc(["a", "b"]), to: "crawl.warc")
    try record("crawl.warc")
    let result = try verify()
    #expect(result.lines == [])
    #expect(result.tally.compared == 0)
    #expect(result.tally.uncompared == 2)
  }

  @Test func containerAboveTheLimitIsNotCompared() throws {
    let text = Self.warc(["a", "b"])
    try folder.write(text, to: "done/crawl.warc")
    try record("done/crawl.warc")
    // Of a container of that size neither what changed nor what is gone can be told.
    let longer = "a" + String(repeating: "x", count: text.utf8.count)
    try folder.write(Self.warc([longer]), to: "done/crawl.warc")
    var limits = IntakeLimits()
    (limits.fileBytes, limits.containerBytes) = (10, text.utf8.count)
    let result = try Verified(folder.path("outbox"), sources: [done], limits: limits)
    #expect(result.lines == [])
    #expect(result.tally.uncompared == 2)
    #expect(try verify().lines.count == 2)
  }

  @Test func limitsThatWereLoweredHideNoSource() {
    var lowered = IntakeLimits()
    (lowered.fileBytes, lowered.containerBytes) = (1, 1)
    (lowered.decompressedBytes, lowered.decompressionRatio) = (1, 1)
    #expect(lowered.forVerification == IntakeLimits())
    var raised = IntakeLimits()
    (raised.fileBytes, raised.containerBytes) = (1 << 40, 1 << 41)
    (raised.decompressedBytes, raised.decompressionRatio) = (1 << 42, 1 << 43)
    #expect(raised.forVerification == raised)
  }

  @Test func containerOfTheSameNameThatWentIsNoFault() throws {
    try folder.write(Self.warc(["a", "b"]), to: "old")
    try record("old", as: "crawl.warc")
    try folder.write(Self.warc(["c", "d"]), to: "done/crawl.warc")
    try record("done/crawl.warc", ending: "-new")
    let result = try verify()
    #expect(result.lines == [])
    #expect(result.tally.matched == 2)
    #expect(result.tally.uncompared == 2)
  }

  @Test func numberedContainersAreBothRead() throws {
    try folder.write(Self.warc(["a", "b"]), to: "done/crawl.warc")
    try folder.write(Self.warc(["c", "d"]), to: "done/crawl-2.warc")
    try record("done/crawl.warc")
    try record("done/crawl-2.warc", as: "crawl.warc", ending: "-new")
    #expect(try verify().tally.matched == 4)
    try folder.write(Self.warc(["c"]), to: "done/crawl-2.warc")
    let lines = try verify().lines
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("crawl-000002-new.json.zst: ") == true)
  }

  @Test func linesOfJSONAreCompared() throws {
    let line = #"{"html":"<p>a</p>"}"#
    try folder.write("\(line)\n\n\(line)\n", to: "done/pages.ndjson")
    try record("done/pages.ndjson")
    #expect(try verify().tally.matched == 2)
    try folder.write("\(line)\n\n\(line) \n", to: "done/pages.ndjson")
    let lines = try verify().lines
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("pages-000002.json.zst: its source pages.ndjson") == true)
  }

  @Test func recordOfADamagedContainerHasTheDigestOfTheFile() throws {
    let cut = String(decoding: Self.warc(["a", "b"]).utf8.dropLast(6), as: UTF8.self)
    try folder.write(cut, to: "done/crawl.warc")
    try record("done/crawl.warc")
    #expect(try verify().tally.matched == 3)
    try folder.write(cut + "\r\n", to: "done/crawl.warc")
    #expect(try verify().lines.contains { $0.hasPrefix("whole.json.zst: ") })
  }

  @Test func marksInNamesAreNoMatter() throws {
    try folder.write(Self.warc(["#", "b"]), to: "done/a#1.warc")
    try record("done/a#1.warc")
    #expect(try verify().tally.matched == 2)
  }
}
