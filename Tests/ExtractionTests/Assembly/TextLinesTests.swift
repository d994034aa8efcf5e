import Testing

@testable import Extraction

/// How the text of a record sets lines, powers and headings.
struct TextLinesTests {
  private static let prose =
    "The river moves east past the old town, as it has done for longer than anyone there can tell."

  @Test func emptyLineBetweenStanzasStays() {
    let record = readRecord(
      """
      <title>The Weir</title><h1>The Weir</h1><p>\(Self.prose)</p>
      <div>The river keeps no calendar,<br>it turns the same grey page.<br><br>I brought my father's stick,<br/>
      I leaned it on the stone.</div><p>\(Self.prose)</p>
      """)
    #expect(
      record.text.contains(
        "no calendar,\nit turns the same grey page.\n\nI brought my father's stick,\nI leaned it"))
  }

  @Test func breakBeforeAParagraphIsNoEmptyLineInIt() throws {
    let page = try ParsedPage("<div>a<br><br></div><p>b<br>c</p>d<br><b></b><br><br>e")
    #expect(
      page.tree.blocks.map { $0.flags.contains(.followsEmptyLine) } == [
        false, false, false, false, true,
      ])
  }

  @Test func powerIsPartedFromItsNumber() throws {
    let page = try ParsedPage(
      "<p>10<sup>22</sup> stars, the 17<sup>th</sup>, 3<sup></sup>4, in 10 <sup>5</sup>, m<sup>2</sup></p>"
    )
    #expect(page.texts == ["10^22 stars, the 17th, 34, in 10 5, m2"])
    #expect(page.tree.blocks[0].characters == UInt32(page.texts[0].count))
  }

  @Test(
    arguments: [
      ("History ¶", 1, "History"), ("History[edit]", 4, "History"),
      ("History [edit | edit source]", 15, "History"), ("Learn C#", 0, "Learn C#"),
      ("History#", 1, "History"), ("An array[i]", 0, "An array[i]"),
      ("A link [sic]", 12, "A link [sic]"), ("Note [1]", 1, "Note [1]"), ("[edit]", 4, "[edit]"),
      ("¶", 1, "¶"),
    ] as [(String, UInt32, String)])
  func headingLosesItsControls(text: String, linkCharacters: UInt32, expected: String) {
    #expect(HeadingText.cleaned(text, linkCharacters: linkCharacters) == expected)
  }

  @Test func headingsOfARecordAreCleaned() {
    let record = readRecord(
      """
      <title>Lock</title><h1>Lock</h1><p>\(Self.prose)</p><h2>History<span>[<a href="/e">edit</a>]</span></h2>
      <p>\(Self.prose)</p><h2>Use<a href="#u">¶</a></h2><p>\(Self.prose) \(Self.prose)</p>
      """)
    #expect(record.text.contains("\n\nHistory\n\n"))
    #expect(record.text.contains("\n\nUse\n\n"))
  }
}
