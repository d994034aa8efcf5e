import Extraction
import Testing

@testable import RecordEncoding

struct HTMLRenderingTests {
  private static func body(_ blocks: [RecordBlock]) -> String {
    var record = SampleRecord.failed
    record.blocks = blocks
    let html = HTMLRendering.render(record)
    return html.split(separator: "<body dir=\"auto\">\n", maxSplits: 1).last.map(String.init) ?? ""
  }

  private static func article(_ kind: BlockKind, _ text: String) -> RecordBlock {
    SampleRecord.block(.article, kind, text)
  }

  @Test func wholePageHasItsGoldenText() {
    let expected = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Bees</title>
      </head>
      <body dir="auto">
      <article>
      <h1>Bees</h1>
      <p class="byline">Ann Lee</p>
      <p>Bees dance.</p>
      <blockquote>
      <p>They &quot;talk&quot;.</p>
      </blockquote>
      </article>
      <section class="comments" aria-label="Comments">
      <ul>
      <li>Nice!</li>
      </ul>
      </section>
      </body>
      </html>

      """
    #expect(HTMLRendering.render(SampleRecord.full) == expected)
  }

  @Test func listsAreNestedInTheirItems() {
    let items: [(UInt8, Bool, String)] = [
      (1, true, "one"), (3, false, "dot"), (2, true, "step"), (1, true, "two"),
    ]
    let expected = """
      <article>
      <ol>
      <li>one<ul>
      <li>dot</li>
      </ul>
      <ol>
      <li>step</li>
      </ol>
      </li>
      <li>two</li>
      </ol>
      </article>
      </body>
      </html>

      """
    #expect(
      Self.body(items.map { Self.article(.listItem(depth: $0.0, ordered: $0.1), $0.2) }) == expected
    )
  }

  @Test func tableAndCodeAndCaptionAreElements() {
    let body = Self.body([
      Self.article(.tableRow, "a\tb"), Self.article(.tableRow, "c\t"),
      Self.article(.code, "if a < b {\n}"), SampleRecord.block(.caption, .caption, "A bee"),
      Self.article(.heading(level: 4), "End"),
    ])
    let expected = """
      <article>
      <table>
      <tr><td>a</td><td>b</td></tr>
      <tr><td>c</td><td></td></tr>
      </table>
      <pre><code>if a &lt; b {
      }</code></pre>
      <p class="caption">A bee</p>
      <h4>End</h4>
      </article>
      </body>
      </html>

      """
    #expect(body == expected)
  }

  @Test func hostileTextStaysText() {
    var record = SampleRecord.full
    let attack = "\"></title><script>alert('1')</script>\u{0}&lt;"
    record.metadata.language = attack
    record.metadata.title = attack
    record.blocks = Role.allCases.map { SampleRecord.block($0, .paragraph, attack) }
    let html = HTMLRendering.render(record)
    #expect(!html.contains("<script"))
    #expect(!html.contains("\u{0}"))
    #expect(html.contains("<html lang=\"&quot;&gt;"))
    #expect(html.contains("&amp;lt;"))
  }
}
