import Spool
import Testing

@Test(arguments: [
  ("a.html", "a.json.zst"),
  ("a.html.gz", "a.json.zst"),
  ("a.HTML.GZ", "a.json.zst"),
  ("a.gz", "a.json.zst"),
  ("a", "a.json.zst"),
  ("page.2026.htm", "page.2026.json.zst"),
  ("a.gz.gz", "a.json.zst"),
  ("a.html.html", "a.html.json.zst"),
  ("é.html", "é.json.zst"),
  ("-rf.html", "-rf.json.zst"),
  ("100%.html", "100%25.json.zst"),
  ("a\nb.html", "a%0Ab.json.zst"),
  ("a\u{202E}b.html", "a%E2%80%AEb.json.zst"),
  ("a\"b'.html", "a\"b'.json.zst"),
])
func outputIsNamedAfterTheInput(input: String, output: String) {
  #expect(OutputName.record(for: FileName(input)) == FileName(output))
}

@Test(arguments: [
  ("crawl.warc.gz", 17, "crawl-000017.json.zst"), ("a.html", 1, "a-000001.json.zst"),
  ("a.ndjson", 1_234_567, "a-1234567.json.zst"), ("100%.warc", 2, "100%25-000002.json.zst"),
  ("a\nb.warc.zst", 3, "a%0Ab-000003.json.zst"), (".warc", 4, ".warc-000004.json.zst"),
])
func pageOfAContainerIsNamedAfterItAndItsNumber(input: String, ordinal: Int, output: String) {
  let page = OutputName.page(ordinal, of: FileName(input))
  #expect(OutputName.record(for: page) == FileName(output))
}
