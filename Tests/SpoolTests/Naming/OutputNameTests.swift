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
