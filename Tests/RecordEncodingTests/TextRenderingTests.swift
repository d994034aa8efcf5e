import Extraction
import Testing

@testable import RecordEncoding

struct TextRenderingTests {
  @Test(
    arguments: [
      ("a\u{1b}[31mred", "a[31mred\n"), ("tab\tand\nline", "tab\tand\nline\n"),
      ("c1 \u{9b}x, del \u{7f}y, nul \u{0}z", "c1 x, del y, nul z\n"),
      ("Ã, £ and ©", "Ã, £ and ©\n"), ("", ""),
    ])
  func charactersThatSteerATerminalAreLeftOut(text: String, expected: String) {
    var record = Record(
      id: "a", source: SourceDescription(name: "a", byteCount: 0, sha256: ""), status: .ok)
    record.text = text
    #expect(TextRendering.render(record) == expected)
  }
}
