import Testing

@testable import Extraction

struct StructurePassTests {
  /// A page of one-letter blocks, and what is kept of it: an upper-case letter is kept, `x` may not be.
  ///
  /// A digit is a heading of that level, kept when it stands behind `+`.
  private func mended(_ page: String, words: Int = 3) throws -> String {
    var markup = "<div>"
    var kept: [Bool] = []
    var barred: [Bool] = []
    var isKept = false
    for character in page {
      if character == "+" {
        isKept = true
        continue
      }
      let text = Array(repeating: "w", count: words).joined(separator: " ")
      markup += character.isNumber ? "<h\(character)>t</h\(character)>" : "<p>\(text)</p>"
      kept.append(isKept || character.isUppercase)
      barred.append(character == "x")
      isKept = false
    }
    let parsed = try ParsedPage(markup)
    StructurePass(parsed.tree, parsed.features, isBarred: barred).mend(&kept)
    return kept.map { $0 ? "1" : "0" }.joined()
  }

  @Test(arguments: [
    ("AaaB", "1111"), ("AaB", "111"), ("AaaaB", "10001"), ("AxB", "101"), ("aAaB", "0111"),
    ("Aa", "10"),
  ])
  func shortGapsCloseUnlessBarred(page: String, kept: String) throws {
    #expect(try mended(page) == kept)
  }

  @Test func gapOfLongTextStaysOpen() throws {
    #expect(try mended("AaB", words: 26) == "101")
    #expect(try mended("AaB", words: 25) == "111")
  }

  @Test func gapBetweenElementsStaysOpen() throws {
    let parsed = try ParsedPage("<div><p>a</div><p>b</p><div><p>c</div>")
    var kept = [true, false, true]
    StructurePass(parsed.tree, parsed.features, isBarred: [false, false, false]).mend(&kept)
    #expect(kept == [true, false, true])
  }

  @Test(arguments: [
    ("+2A", "11"), ("+2+3A", "111"), ("+2+2A", "111"), ("+3+2A", "111"), ("+2a", "00"),
    ("A+2", "10"),
    ("+2+3+4A", "1111"), ("+1+2A+2", "1110"), ("+2A+2A", "1111"), ("+2+1A", "011"),
    ("+2xx2A", "00001"),
    ("+2x+2x", "0000"),
  ])
  func headingStaysOnlyWithSomethingBelow(page: String, kept: String) throws {
    #expect(try mended(page) == kept)
  }
}
