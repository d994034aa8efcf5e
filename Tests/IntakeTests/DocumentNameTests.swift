import Testing

@testable import Intake

struct DocumentNameTests {
  @Test(arguments: [
    ("a.html", "a"), ("a.htm.gz", "a"), ("A.HTML.GZ", "A"), ("a.xhtml.zst", "a"), ("a.txt", "a"),
    ("a.b.html", "a.b"), ("a.html.html", "a.html"), ("a.gz.zst", "a"), ("a", "a"),
    (".html", ".html"), (".gz", ".gz"), ("a.pdf", "a.pdf"), ("-", "-"), ("é.html", "é"),
    ("crawl.warc.gz", "crawl"), ("a.ndjson", "a"), ("a.jsonl.zst", "a"), ("a.mhtml", "a"),
  ])
  func endingsAreTakenOff(name: String, identifier: String) {
    #expect(DocumentName.identifier(of: name) == identifier)
  }
}
