import Testing

@testable import Extraction

struct MediaTypeSnifferTests {
  private func mediaType(_ bytes: [UInt8]) -> MediaType {
    MediaTypeSniffer().mediaType(of: bytes.span)
  }

  @Test(arguments: [
    ("255044462d312e37", "pdf"), ("89504e470d0a1a0a", "png"), ("ffd8ffe0", "jpeg"),
    ("474946383961", "gif"), ("524946460000000057454250565038", "webp"), ("504b0304", "zip"),
    ("1f8b08", "gzip"), ("28b52ffd", "zstd"), ("7f454c46", "elf"), ("000000186674797069", "mp4"),
    ("7b5c72746631", "rtf"), ("d0cf11e0a1b11ae1", "ole"), ("574152432f312e30", "warc"),
    ("0001020304050607", "binary"), ("fffe00003c00000068000000", "utf-32"),
    ("0000feff0000003c00000068", "utf-32"),
  ])
  func binaryFormatIsNamed(hex: String, kind: String) {
    #expect(mediaType(bytes(hex: hex)) == .binary(kind: kind))
  }

  @Test(arguments: [
    "<!DOCTYPE html><p>x", "<html>", "\n\n\t <BODY class=a>", "<!-- a --> <!-- b --><div>",
    "<!-- never closed", "Title <p>one</p> <p>two</p>", "\u{FEFF}<html>",
  ])
  func pageIsHTML(page: String) { #expect(mediaType(Array(page.utf8)) == .html) }

  @Test(arguments: ["", "plain text", "if a < b and b > c", "Use <b> for bold.", "<3 you"])
  func textIsText(page: String) { #expect(mediaType(Array(page.utf8)) == .text) }

  @Test func xmlWithHTMLElementsIsXHTML() {
    #expect(mediaType(Array(#"<?xml version="1.0"?><html><body>"#.utf8)) == .xhtml)
  }

  @Test(
    arguments: [
      ("filedesc://a.arc 0.0.0.0 20010101000000 text/plain 77\n", "arc"),
      (#"{"log": {"version": "1.2"}}"#, "json"), (#" [ { "html" : "<p>a</p>" } ]"#, "json"),
      (#"<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><title>A</title>"#, "xml"),
      ("<svg><a>", "xml"), ("<svg><svg><a></a></svg></SVG >\n<!-- drawn by hand -->", "xml"),
      ("<?xml version='1.0'?>\n<!-- a --><rss><channel><title>A", "xml"),
      ("<!-- a > b --> <feed><title>", "xml"),
    ])
  func whatProgramsReadIsNoText(document: String, kind: String) {
    #expect(mediaType(Array(document.utf8)) == .binary(kind: kind))
    let bytes = Array(document.utf8)
    let told = MediaTypeSniffer().mediaType(of: bytes.span, isToldText: true)
    #expect([.text, .html, .xhtml].contains(told))
  }

  @Test(arguments: [
    "{ a brace } and text", "[1] A note.", #"["quoted"] text"#, "{}", "<?php echo 1 ?>",
  ])
  func textThatBeginsWithABraceIsText(document: String) {
    #expect(mediaType(Array(document.utf8)) == .text)
  }

  @Test(arguments: [
    #"<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C"><html>"#, "<?xml version='1.0'?><div><p>",
    "<?xml version='1.0'?><?xml-stylesheet?><!-- a --><xhtml:html><body>",
  ])
  func xmlThatIsAPageIsXHTML(document: String) {
    #expect(mediaType(Array(document.utf8)) == .xhtml)
  }

  @Test(arguments: [
    "<svg hidden><symbol></symbol></svg><div><p>It rained.",
    "<svg></svg>\n<p>It rained. <SVG></SVG ></p>",
    "<svg/><main><svg><path></svg>It rained.",
  ])
  func pageThatBeginsWithADrawingIsHTML(page: String) {
    #expect(mediaType(Array(page.utf8)) == .html)
  }

  @Test func utf16PageIsHTML() {
    let page = "<html><body>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(mediaType(page) == .html)
  }

  @Test(arguments: [
    "ID3 tags hold the title of a song.", "BZh is no word.", "BZh9 is no word either, WAVE or not.",
    "Listen: WAVE is a format.",
  ])
  func textThatBeginsAsASignatureIsText(page: String) {
    #expect(mediaType(Array(page.utf8)) == .text)
  }

  @Test(
    arguments: [
      ("5249464600000000574156", nil), ("524946460000000057415645", "wave"),
      ("425a6839314159265359", "bzip2"), ("49443304000000000000", "mp3"),
    ] as [(String, String?)])
  func signatureOfTwoPartsNeedsBoth(hex: String, kind: String?) {
    #expect(BinarySignature.kind(of: bytes(hex: hex).span) == kind)
  }

  @Test func userWhoSaysTextIsBelieved() {
    let page = Array("GIF89a is the name of a format. GIF87a came before it.".utf8)
    #expect(mediaType(page) == .binary(kind: "gif"))
    #expect(MediaTypeSniffer().mediaType(of: page.span, isToldText: true) == .text)
  }
}
