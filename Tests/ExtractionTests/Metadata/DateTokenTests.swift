import Testing

@testable import Extraction

struct DateTokenTests {
  @Test(arguments: [
    "", "Published May 17, 2024 | 10:30am", "\t2024-05-17T10:30:00Z\u{b}x", "a1b22c\u{1}d_e",
    "12345678901234567890", String(repeating: "a 1 ", count: 200),
    String(repeating: "1", count: 300),
  ])
  func textInASCIIHasThePiecesOfAnyOtherText(_ text: String) {
    // A letter of another script at the end makes it a text whose characters are told apart by Unicode.
    let others = DateToken.tokens(of: text + " \u{e9}")
    let tokens = DateToken.tokens(of: text)
    #expect(tokens == Array(others.prefix(tokens.count)))
    #expect(others.count <= tokens.count + 1)
  }

  @Test func aCarriageReturnWithItsLineFeedIsOneSpace() {
    #expect(
      DateToken.tokens(of: "May\r\n17") == [.word("may"), .number(17, digits: 2)])
  }
}
