import Extraction
import SystemPackage
import Testing

@testable import Intake

struct SavedPageTests {
  private static let message = [
    "From: <Saved by Blink>", "Snapshot-Content-Location: https://example.org/rain",
    "Subject: Rain", "Date: Fri, 17 May 2024 06:42:10 -0000", "MIME-Version: 1.0",
    "Content-Type: multipart/related;", "\ttype=\"text/html\";",
    "\tboundary=\"----MultipartBoundary--abc----\"", "", "",
    "------MultipartBoundary--abc----", "Content-Type: text/css",
    "Content-Location: cid:css-1@mhtml.blink",
    "", "p { color: red }",
    "------MultipartBoundary--abc----", "Content-Type: text/html; charset=windows-1252",
    "Content-ID: <frame-1@mhtml.blink>", "Content-Transfer-Encoding: quoted-printable",
    "Content-Location: https://example.org/rain", "",
    "<!DOCTYPE html><p class=3D\"a\">Caf=E9 in the =", "rain</p>",
    "------MultipartBoundary--abc------", "",
  ]

  private func read(_ text: String, name: String = "saved.html") throws -> Document {
    let directory = try TemporaryDirectory()
    var reader = DocumentReader()
    let path = try directory.write(Array(text.utf8), to: name)
    return try withExtendedLifetime(directory) { try reader.read(path) }
  }

  @Test func mainPartOfAMessageIsThePage() throws {
    let document = try read(Self.message.joined(separator: "\r\n"), name: "rain.mhtml")
    #expect(document.id == "rain")
    #expect(document.charset == "windows-1252")
    #expect(document.source.url == "https://example.org/rain")
    #expect(document.reason == nil)
    let expected =
      Array("<!DOCTYPE html><p class=\"a\">Caf".utf8) + [0xE9] + Array(" in the rain</p>".utf8)
    #expect(document.bytes == expected)
  }

  @Test func messageWithoutItsEndIsTruncated() throws {
    let document = try read(Self.message.dropLast(2).joined(separator: "\n"))
    #expect(document.reason == .truncated)
    #expect(document.bytes.count > 40)
  }

  @Test func messageWithoutAPageIsUnsupported() throws {
    #expect(throws: FailedDocument.self) {
      try read(Self.message.prefix(15).joined(separator: "\r\n"))
    }
  }

  @Test func base64PartIsDecoded() throws {
    var lines = Self.message
    lines[18] = "Content-Transfer-Encoding: base64"
    lines.replaceSubrange(21..<23, with: ["PHA+SGk8", "L3A+"])
    #expect(try read(lines.joined(separator: "\r\n")).bytes == Array("<p>Hi</p>".utf8))
  }

  @Test func base64PartThatIsCutIsDecodedAsFarAsItGoes() throws {
    var lines = Self.message
    lines[18] = "Content-Transfer-Encoding: base64"
    lines.replaceSubrange(21..., with: ["PHA+SGk8", "L3A+P"])
    let document = try read(lines.joined(separator: "\r\n"))
    #expect(document.bytes == Array("<p>Hi</p>".utf8))
    #expect(document.reason == .truncated)
  }

  @Test(
    arguments: [("x-foo", .unsupportedEncoding), ("base64", .corrupt)]
      as [(
        String, FailureReason
      )])
  func partThatCannotBeDecodedIsNoPage(encoding: String, reason: FailureReason) throws {
    var lines = Self.message
    lines[18] = "Content-Transfer-Encoding: \(encoding)"
    let failed = try #require(throws: FailedDocument.self) {
      try read(lines.joined(separator: "\r\n"))
    }
    #expect(failed.reason == reason)
  }

  @Test func commentOfTheSaverGivesTheAddress() throws {
    let single =
      "<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://example.org/s?a=1 \n saved date: Fri -->"
    #expect(try read(single + "<p>Text</p>").source.url == "https://example.org/s?a=1")
    let browser = "<!-- saved from url=(0023)https://example.org/b -->\n<p>Text</p>"
    #expect(try read(browser).source.url == "https://example.org/b")
    #expect(try read("<p>url: https://example.org/</p>").source.url == nil)
  }

  @Test func dataAddressesOfMegabytesCostNoText() throws {
    let data = String(repeating: "QUJD", count: 1 << 19)
    let page = """
      <!DOCTYPE html><html><head><style>a{background:url(data:image/png;base64,\(data))}</style></head>
      <body><article><h1>Rain</h1><img src="data:image/png;base64,\(data)">
      <p>It rained all day, and in the evening, when the streets were empty, it went on.</p>
      </article></body></html>
      """
    let record = try read(page).record(by: Extractor())
    #expect(record.status == .ok)
    #expect(record.text.contains("It rained all day"))
    #expect(!record.text.contains("QUJD"))
  }
}
