import Extraction
import Intake

extension LocalPageProcessor {
  /// Makes a record of a small page, so that what libraries set up at their first use is there before the
  /// process loses the means to.
  func warmUp() {
    let page = """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Rain</title>
      <script type="application/ld+json">{"@type": "Article", "datePublished": "2020-01-31"}</script>
      </head><body><nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>Rain</h1>
      <p>It rained all day, and in the evening, when the streets were empty, it went on raining.</p>
      <p>Nobody minded, for the gardens had been dry since the middle of June.</p></article>
      </body></html>
      """
    let bytes = Array(page.utf8)
    let source = SourceDescription(
      name: "rain.html", byteCount: bytes.count, sha256: SourceDigest.hexadecimal(of: bytes))
    _ = product(of: Document(id: "rain", bytes: bytes, source: source))
  }
}
