import Testing

@testable import Extraction

struct AuthorListTests {
  @Test(
    arguments: [
      ("Ann Lee and Bob Ray", ["Ann Lee", "Bob Ray"]),
      ("Élodie Guéguen et Marc Le Bihan", ["Élodie Guéguen", "Marc Le Bihan"]),
      ("Ann Lee, Bob Ray, and Cy van Dyk", ["Ann Lee", "Bob Ray", "Cy van Dyk"]),
      ("Jan Roth & Eva Lang", ["Jan Roth", "Eva Lang"]),
      ("Santiago Ramón y Cajal", ["Santiago Ramón y Cajal"]),
      ("Simon & Schuster", ["Simon & Schuster"]), ("Ann and Bob Ray", ["Ann and Bob Ray"]),
      ("Ministry of Work and Social Affairs", ["Ministry of Work and Social Affairs"]),
      ("Ann Lee and", ["Ann Lee and"]), ("and Ann Lee", ["and Ann Lee"]), ("Ann", ["Ann"]),
      ("", [""]),
    ])
  func wholeNamesArePartedAtTheirJoint(text: String, names: [String]) {
    #expect(AuthorList.names(in: text) == names)
  }

  @Test(
    arguments: [
      ("2024年05月17日 08:30 来源:江城日报 作者:李晓红", "李晓红"),
      ("14 августа 2023, 12:40 | Автор: Ирина Соколова", "Ирина Соколова"),
      ("May 17, 2024 | Author: Ann Lee and Bob Ray", "Ann Lee, Bob Ray"),
      ("كتبت: ليلى حداد - 12 يناير 2023", "ليلى حداد"),
      ("Chapter 2: The Author", nil), ("Notes on the author: a life", nil),
    ] as [(String, String?)])
  func labelBehindADateNamesTheAuthor(text: String, author: String?) {
    var page = DeclaredPage()
    page.outline.shortTexts = [.init(text: text, block: 1)]
    #expect(page.metadata.author == author)
  }

  @Test func titleOfTwoWordsLosesTheSiteBehindABar() {
    var page = DeclaredPage()
    page.declarations.documentTitle = "FAQ | Shop"
    page.outline.headings = [.init(level: 1, text: "Frequently asked questions", block: 0)]
    #expect(page.metadata.title == "FAQ")
    page.declarations.documentTitle = "Tea - Coffee"
    #expect(page.metadata.title == "Tea - Coffee")
  }

  @Test func dateOfAChangeBelowTheTextIsNoPublication() {
    var page = DeclaredPage()
    page.declarations.documentTitle = "Lock"
    page.outline.headings = [.init(level: 1, text: "Lock", block: 0)]
    let edited = "This page was last edited on 3 May 2022, at 11:02."
    let line = String(repeating: "Water lifts the boat. ", count: 5)
    page.outline.shortTexts = [
      .init(text: line, block: 1), .init(text: line, block: 2), .init(text: edited, block: 3),
    ]
    #expect(page.metadata.published == nil)
    #expect(page.metadata.modified == "2022-05-03")
    page.outline.shortTexts = [.init(text: line, block: 1), .init(text: edited, block: 2)]
    #expect(page.metadata.published == "2022-05-03")
    // Under a lead and a caption, it still stands above the text.
    page.outline.shortTexts = (1...6).map { .init(text: $0 == 3 ? edited : line, block: $0) }
    #expect(page.metadata.published == "2022-05-03")
  }
}
