import Foundation
import Testing

/// The commands of docs/INPUTS.md, as a user runs them.
struct ContainerCommandTests {
  private let directory: ScratchDirectory

  init() throws { directory = try ScratchDirectory() }

  private static func page(_ number: Int) -> String {
    "<!DOCTYPE html><title>Page \(number)</title><article><p>It rained in the town on day \(number).</p></article>"
  }

  private static func response(_ number: Int) -> String {
    let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(number)
    return """
      WARC/1.1\r
      WARC-Type: response\r
      WARC-Record-ID: <urn:uuid:\(number)>\r
      WARC-Target-URI: https://example.org/\(number)\r
      Content-Length: \(block.utf8.count)\r
      \r
      \(block)\r
      \r

      """
  }

  private func write(_ text: String, to name: String) throws -> String {
    try directory.write(Array(text.utf8), to: name)
  }

  @Test func warcGivesARecordForEachPageInOrder() throws {
    let count = 700
    let file = try write((1...count).map(Self.response).joined(), to: "crawl.warc")
    let run = try CommandRun(["extract", "--format", "jsonl", "-j", "3", file])
    #expect(run.status == 0)
    #expect(run.message == "")
    #expect(run.lines.count == count)
    let records = try run.lines.map { try PrintedRecord.parse($0) }
    #expect(records.map(\.id) == (1...count).map { "crawl-" + String(format: "%06d", $0) })
    #expect(run.lines[6].contains(#""url":"https://example.org/7""#))
    #expect(run.lines[6].contains(#""name":"crawl.warc#urn:uuid:7""#))
  }

  @Test func whatGivesNoRecordIsCounted() throws {
    let other = "WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 1\r\n\r\nx\r\n\r\n"
    let run = try CommandRun(
      ["extract", "--format", "jsonl", write(other + Self.response(1) + other, to: "crawl.warc")])
    #expect(run.status == 0)
    #expect(
      run.message
        == "winnow: crawl.warc: 1 pages; 2 records of other kinds and 0 without a page left out\n")
  }

  @Test func oneContainerGivesAnArrayOfJSON() throws {
    let file = try write(Self.response(1) + Self.response(2), to: "crawl.warc")
    let run = try CommandRun(["extract", file])
    let array = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [Any]
    #expect(array?.count == 2)
  }

  @Test func damagedWARCGivesItsGoodRecordsAndFails() throws {
    let whole = Self.response(1) + Self.response(2)
    let file = try write(whole + Self.response(3).dropLast(40), to: "crawl.warc")
    let run = try CommandRun(["extract", "--format", "jsonl", file])
    #expect(run.status == 1)
    #expect(run.lines.count == 4)
    let records = try run.lines.map { try PrintedRecord.parse($0) }
    #expect(records.map(\.status) == ["ok", "ok", "partial", "failed"])
    #expect(records.map(\.reason).suffix(2) == ["truncated", "truncated"])
    #expect(records.last?.id == "crawl")
    #expect(run.message.contains("winnow: crawl.warc: failed: truncated"))
  }

  @Test func linesComeThroughStandardInput() throws {
    let lines = [
      #"{"id": "a", "url": "https://example.org/a", "html": "<p>It rained in the town.</p>"}"#,
      #"{"id": "b"}"#,
      #"{"id": "c", "html_base64": "PHA+SXQgcmFpbmVkIGFnYWluLjwvcD4="}"#,
    ]
    let run = try CommandRun(
      ["extract", "-", "--input", "ndjson", "--format", "jsonl"],
      input: Array(lines.joined(separator: "\n").utf8))
    #expect(run.status == 1)
    let records = try run.lines.map { try PrintedRecord.parse($0) }
    #expect(records.map(\.id) == ["a", "b", "c"])
    #expect(records.map(\.reason) == [nil, "corrupt", nil])
    #expect(run.message.contains("line 2: neither html nor html_base64"))
  }

  @Test func lineNamesTheEncodingOfItsBytes() throws {
    // "<p>Привет, мир.</p>" in windows-1251, in the alphabet for addresses.
    let line = #"{"html_base64": "PHA-z_Do4uXyLCDs6PAuPC9wPg==", "charset": "windows-1251"}"#
    for command in [["extract", "-", "--input", "ndjson"], ["stream"]] {
      let run = try CommandRun(command, input: Array((line + "\n").utf8))
      #expect(run.output.contains("Привет, мир."), "\(command)")
      #expect(run.output.contains(#""encoding":"windows-1251""#), "\(command)")
    }
  }

  @Test func archiveOfABrowserIsOnePage() throws {
    let text = """
      From: <Saved by Blink>
      Snapshot-Content-Location: https://example.org/rain
      MIME-Version: 1.0
      Content-Type: multipart/related; type="text/html"; boundary="b"

      --b
      Content-Type: text/html
      Content-Transfer-Encoding: quoted-printable
      Content-Location: https://example.org/rain

      <p>It rained in Caf=C3=A9 Town.</p>
      --b--
      """
    let run = try CommandRun(["extract", write(text, to: "rain.mhtml")])
    #expect(run.status == 0)
    #expect(run.output.contains("It rained in Café Town."))
    #expect(run.output.contains(#""url":"https://example.org/rain""#))
  }

  @Test func choiceOverrulesTheContent() throws {
    let file = try write(Self.response(1), to: "crawl.warc")
    let text = try CommandRun(["extract", "--input", "text", file])
    #expect(text.output.contains(#""mediaType":"text/plain""#))
    let page = try write("<p>It rained.</p>", to: "page.html")
    let warc = try CommandRun(["extract", "--input", "warc", page])
    #expect(warc.status == 1)
    #expect(warc.output.contains(#""reason":"corrupt""#))
  }
}
