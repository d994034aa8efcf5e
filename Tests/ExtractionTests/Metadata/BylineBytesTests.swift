import Testing

@testable import Extraction

struct BylineBytesTests {
  @Test(arguments: [
    "May 17, 2024 | Author: Ann Lee", "2024 | AUTHOR:Ann", "2024 | 12:30 x: By: Ann",
    "2024年 作者：李江", "17 мая Автор: Анна", "1 by:2 x: y",
    "Ann Lee 12 May 2024 | Section: News | Author:",
  ])
  func aLabelAfterADateIsNotPassedOver(_ text: String) {
    #expect(BylineBytes.mayHoldLabel(text))
  }

  @Test(arguments: [
    "", "Author: Ann Lee", "May 17, 2024 Read more: on bees", "At 12:30 Author:", "2024 by:5",
    "2024 x:author: Ann", "2024 a\u{300}\u{5da} b",
  ])
  func aTextWithoutSuchALabelIsPassedOver(_ text: String) {
    #expect(!BylineBytes.mayHoldLabel(text))
  }

  @Test func lettersAloneAreKeptInLowerCase() {
    #expect(BylineBytes.letters(of: "O'Brien-2,") == "obrien")
    #expect(BylineBytes.letters(of: "ÉCRIT:") == "écrit")
    #expect(BylineBytes.letters(of: "May") == "may")
  }
}
