import Extraction
import Testing

@testable import Intake

struct LineReaderTests {
  private func content(_ text: String, limits: IntakeLimits = IntakeLimits()) throws
    -> ContainerContent
  {
    try ContainerContent(Array(text.utf8), name: "pages.ndjson", limits: limits)
  }

  @Test func eachLineIsAPage() throws {
    let content = try content(
      """
      {"id": "a", "url": "https://example.org/a", "html": "<p>Caf\\u00e9 \\ud83d\\ude00</p>"}

      {"extra": [1, {"html": "no"}, "]"], "html_base64": "PHA+SGk8L3A+", "id": 7}
      {"html": "<p>Last, without a line feed</p>"}
      """)
    #expect(content.documents.map(\.id) == ["a", "7", "pages-000003"])
    #expect(content.documents.allSatisfy { $0.isDeclaredHTML })
    #expect(
      content.documents.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        "<p>Café 😀</p>", "<p>Hi</p>", "<p>Last, without a line feed</p>",
      ])
    #expect(content.documents[0].source.url == "https://example.org/a")
    #expect(content.documents[1].source.name == "pages.ndjson#3")
    #expect(content.summary.reason == nil)
  }

  private static let page = #"{"id": "a", "html": "<p>It rained in the town.</p>"}"#

  @Test(arguments: [#"{"id": "meta"}"#, "not json", "[1,2]", "# comment", #"{"html": "<p>cut"#])
  func firstLineThatHoldsNoPageHidesNoOther(line: String) throws {
    let file = Array("\(line)\n\(Self.page)\n".utf8)
    for name in ["pages.ndjson", "pages.JSONL", "pages.ndjson.gz", "-"] {
      #expect(ContainerFormat(.auto, name: name, head: file[...]) == .lines)
    }
    let content = try ContainerContent(file, name: "-")
    #expect(content.failures.map(\.reason) == [.corrupt])
    #expect(content.documents.map(\.id) == ["a"])
  }

  @Test func nameTellsLinesOfWhichNoneCanBeRead() {
    let file = Array("{\n}\n".utf8)
    #expect(ContainerFormat(.auto, name: "pages.jsonl.zst", head: file[...]) == .lines)
    #expect(ContainerFormat(.auto, name: "pages.json", head: file[...]) == nil)
    #expect(ContainerFormat(.auto, name: "pages.jsonl", head: []) == nil)
  }

  @Test func pageOrTextWithSuchALineIsNoContainer() {
    for text in [
      "<pre>\n\(Self.page)\n", "A text.\n{ \"html\" is a word }\nMore.\n",
      "A text.\n{\"html\": ...",
    ] {
      #expect(ContainerFormat(.auto, name: "a.html", head: Array(text.utf8)[...]) == nil)
    }
  }

  @Test func pageThatIsLongerThanTheBeginningOfItsFileIsFound() {
    let line = "# comment\n{\"html\": \"" + String(repeating: "It rained. ", count: 2000)
    #expect(ContainerFormat(.auto, name: "-", head: Array(line.utf8)[...]) == .lines)
  }

  @Test func lineThatFailsKeepsItsIdentifier() throws {
    let content = try content(#"{"id": "b", "url": "https://example.org/"}"# + "\n" + Self.page)
    #expect(content.failures.map(\.id) == ["b"])
  }

  @Test(arguments: [
    ("{\"html\": \"x", "no JSON object"), ("[1]", "no JSON object"),
    ("{\"html\": \"x\"} y", "no JSON object"), ("{\"html\": \"\\ux\"}", "no JSON object"),
    ("{\"id\": \"x\"}", "neither html nor html_base64"),
    ("{\"html\": 7}", "neither html nor html_base64"),
    ("{\"html_base64\": \"*\"}", "html_base64 is not base 64"),
    ("{\"html\": \"a\tb\"}", "no JSON object"),
    ("{\"html\": \"a\", \"html_base64\": \"YQ==\"}", "neither html nor html_base64"),
  ])
  func lineThatHoldsNoPageFailsAlone(line: String, why: String) throws {
    let content = try content("{\"html\": \"<p>a</p>\"}\n\(line)\n{\"html\": \"<p>b</p>\"}\n")
    #expect(content.documents.count == 2)
    #expect(content.failures.map(\.reason) == [.corrupt])
    #expect(content.failures.first?.detail == "line 2: \(why)")
    #expect(content.record == nil)
  }

  @Test func textThatIsEmptyOrTooLongIsNotKept() throws {
    let long = String(repeating: "x", count: 8193)
    let content = try content(
      #"""
      {"id": "\#(long)", "url": "\#(long)", "html": "<p>a</p>"}
      {"id": "", "url": null, "charset": "\#(long)", "html_base64": "PHA+YjwvcD4"}
      {"html_base64": "PHA+ 4jwv\ncD4=", "charset": "latin1", "html": null}
      """#)
    #expect(content.documents.map(\.id) == (1...3).map { "pages-00000\($0)" })
    #expect(content.documents.map(\.source.url) == [nil, nil, nil])
    #expect(content.documents.map(\.charset) == ["utf-8", nil, "latin1"])
    #expect(content.documents.last?.bytes == Array("<p>".utf8) + [0xE2] + Array("</p>".utf8))
  }

  @Test func deepNestingAndTheMarkOfUTF8ArePassedOver() throws {
    let depth = 200_000
    let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let content = try content("\u{FEFF}{\"html\": \"<p>a</p>\", \"deep\": \(deep)}\n")
    #expect(content.documents.map(\.id) == ["pages-000001"])
  }

  @Test func lineBeyondTheLimitIsPassed() throws {
    var limits = IntakeLimits()
    limits.fileBytes = 100
    let long = String(repeating: "x", count: 400_000)
    let content = try content("{\"html\": \"\(long)\"}\n{\"html\": \"<p>b</p>\"}\n", limits: limits)
    #expect(content.failures.map(\.reason) == [.tooLarge])
    #expect(content.documents.count == 1)
  }

  @Test func restOfALineBehindAGapIsNoPage() throws {
    var damaged = Compressed.gzip(Array("{\"html\": \"<p>a</p>\"}\n{\"html\": \"<p>b".utf8))
    damaged[damaged.count - 8] ^= 1
    let rest = Compressed.gzip(Array("b</p>\"}\n{\"html\": \"<p>c</p>\"}\n".utf8))
    let content = try ContainerContent(damaged + rest, name: "a.ndjson.gz")
    #expect(content.failures.isEmpty)
    #expect(content.documents.last.map { String(decoding: $0.bytes, as: UTF8.self) } == "<p>c</p>")
    #expect(content.record?.reason == .corrupt)
  }

  @Test func wholeLineBehindAGapIsAPage() throws {
    var damaged = Compressed.gzip(Array("{\"html\": \"<p>a</p>\"}\n".utf8))
    damaged[damaged.count - 8] ^= 1
    let whole = Compressed.gzip(Array("{\"html\": \"<p>c</p>\"}\n".utf8))
    let content = try ContainerContent(damaged + whole, name: "a.ndjson.gz")
    #expect(content.documents.last.map { String(decoding: $0.bytes, as: UTF8.self) } == "<p>c</p>")
  }

  @Test func cutCompressedLinesSaySo() throws {
    let lines = (0..<500).map { "{\"html\": \"<p>page \($0 * 7919 % 1009)</p>\"}" }
    let file = Compressed.gzip(Array(lines.joined(separator: "\n").utf8))
    let content = try ContainerContent(Array(file.dropLast(30)), name: "a.ndjson.gz")
    #expect(content.documents.count > 100)
    #expect(content.record?.reason == .truncated)
  }
}
