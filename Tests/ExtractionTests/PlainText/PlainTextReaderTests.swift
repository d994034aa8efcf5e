import Testing

@testable import Extraction

struct PlainTextReaderTests {
  private static let line = String(repeating: "word ", count: 13) + "end"
  private static let cyrillic = String(repeating: "слово ", count: 11) + "конец"

  @Test(arguments: [line, cyrillic])
  func linesOfAHardWrappedParagraphJoin(_ line: String) {
    let text = "\(line)\n\(line)\nlast.\n\nshort"
    #expect(ReadText(text).texts == ["\(line) \(line) last.", "short"])
  }

  @Test(arguments: [
    ("one\ntwo\n\nthree", ["one", "two", "three"]),
    ("\r\n  one\r\n\r\n \t\r\ntwo  \r\n", ["one", "two"]),
    ("\(line)\none\n\(line)", [line, "one", line]),
    ("\(String(repeating: "a", count: 101))\nb", [String(repeating: "a", count: 101), "b"]),
    ("a < b & c &amp; <p>", ["a < b & c &amp; <p>"]),
    ("", []), (" \n\n ", []), ("one", ["one"]),
  ])
  func otherLinesAreBlocks(text: String, texts: [String]) {
    let read = ReadText(text)
    #expect(read.texts == texts)
    #expect(read.tree.violations.isEmpty)
  }

  @Test func linesOfAParagraphFollowALineBreak() {
    let flags = ReadText("a\nb\n\nc").tree.blocks.map { $0.flags.contains(.followsLineBreak) }
    #expect(flags == [false, true, false])
  }

  @Test func everyParagraphIsAnElement() {
    let tree = ReadText("a\nb\n\nc").tree
    #expect(tree.nodes.filter { $0.name == .p }.count == 2)
    #expect(tree.blocks.allSatisfy { tree.path(of: $0) == "p" })
  }
}
