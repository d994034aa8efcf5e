import Extraction
import Testing

@testable import RecordEncoding

struct MarkdownRenderingTests {
  private static func render(_ blocks: [RecordBlock]) -> String {
    var record = SampleRecord.failed
    record.blocks = blocks
    return MarkdownRendering.render(record)
  }

  private static func article(_ kind: BlockKind, _ text: String) -> RecordBlock {
    SampleRecord.block(.article, kind, text)
  }

  @Test func wholePageHasItsGoldenText() {
    let markdown = Self.render([
      SampleRecord.block(.title, .heading(level: 1), "Bees"),
      SampleRecord.block(.title, .paragraph, "How they dance"),
      SampleRecord.block(.byline, .paragraph, "Ann Lee"),
      SampleRecord.block(.byline, .other, "28 February"),
      SampleRecord.block(.related, .paragraph, "Read also: wasps"),
      Self.article(.paragraph, "Bees dance."),
      SampleRecord.block(.caption, .caption, "A bee (photo)"),
      Self.article(.heading(level: 2), "Why"),
      Self.article(.quote, "One."), Self.article(.quote, "Two."),
      Self.article(.code, "let bee = `x`\n```\n"),
      Self.article(.tableRow, "Name\tAge"), Self.article(.tableRow, "a|b"),
      SampleRecord.block(.comment, .paragraph, "Nice!"),
    ])
    let expected = """
      # Bees

      How they dance

      *Ann Lee · 28 February*

      Bees dance.

      *A bee (photo)*

      ## Why

      > One.
      >
      > Two.

      ````
      let bee = `x`
      ```
      ````

      | Name | Age |
      | --- | --- |
      | a\\|b |  |

      """
    #expect(markdown == expected)
  }

  @Test func listsAreNestedAndNumbered() {
    let items: [(UInt8, Bool, String)] = [
      (1, true, "one"), (2, false, "dot"), (4, false, "deep"), (2, true, "step"), (1, true, "two"),
      (1, false, "other"),
    ]
    let markdown = Self.render(
      items.map { Self.article(.listItem(depth: $0.0, ordered: $0.1), $0.2) })
    let expected = """
      1. one
         - dot
           - deep
         1. step
      2. two
      - other

      """
    #expect(markdown == expected)
  }

  @Test(arguments: [
    ("# no heading", "\\# no heading"), ("- no item", "\\- no item"), ("+ no", "\\+ no"),
    ("1. May", "1\\. May"), ("12) x", "12\\) x"), ("2024 was", "2024 was"),
    ("1234567890. x", "1234567890. x"), ("---", "\\---"), ("===", "\\==="),
    ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"), ("[a](b) ![i](j)", "\\[a\\](b) !\\[i\\](j)"),
    ("<script>&amp;", "\\<script\\>\\&amp;"), ("a\\b ~~c~~", "a\\\\b \\~\\~c\\~\\~"),
    ("  a\n\n b\u{0}c\t", "a b c"), ("> q", "\\> q"), ("| a |", "\\| a \\|"), ("", ""),
  ])
  func markupReadsAsText(text: String, markdown: String) {
    #expect(MarkdownEscaper.paragraph(text) == markdown)
  }

  @Test func headingKeepsItsClosingHashes() {
    #expect(Self.render([Self.article(.heading(level: 3), "C #")]) == "### C \\#\n")
  }

  @Test func metadataStandInForMissingTitleAndByline() {
    var record = SampleRecord.full
    record.blocks = [Self.article(.paragraph, "Text.")]
    #expect(MarkdownRendering.render(record) == "# Bees\n\n*Ann Lee · 2024-02-28*\n\nText.\n")
  }

  @Test func emptyRecordIsEmptyText() {
    #expect(MarkdownRendering.render(SampleRecord.failed) == "")
    #expect(TextRendering.render(SampleRecord.failed) == "")
    #expect(TextRendering.render(SampleRecord.full) == "Bees dance.\n\nThey \"talk\".\n")
  }

  @Test func tableThatIsMostlyEmptyBecomesLines() {
    let wide = Array(repeating: "a", count: 1_000).joined(separator: "\t")
    let rows = [wide] + Array(repeating: "b|", count: 1_000)
    let markdown = Self.render(rows.map { Self.article(.tableRow, $0) })
    #expect(markdown.hasPrefix("a · a"))
    #expect(markdown.hasSuffix("\n\nb\\|\n"))
    #expect(markdown.utf8.count < 20_000)
  }
}
