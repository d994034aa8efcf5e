import Testing

@testable import Extraction

struct LegacyDetectorTests {
  /// A sentence or two in each encoding, in the language that uses it most.
  static let sentences: [(encoding: String, hex: String)] = [
    (
      "gb18030",
      "d7f2cceca3accad0cdbccae9b9ddb5c4d0c2b9ddbfaac3c5c1cba3acc0b4b5c4c8cbbadcb6e0a3acb4f3"
        + "bcd2b6bccbb5d5e2c0efb1c8d2d4c7b0bac3a1a3"
    ),
    (
      "Big5",
      "ac51a4d1a141a5abb9cfaed1c05daabab773c05db67daaf9a446a141a8d3aabaa448abdca668a141a46a"
        + "ae61b3a3bba1b36fb8cca4f1a548ab65a66ea143"
    ),
    (
      "Shift_JIS",
      "8df093fa81418e7382cc907d8f918ad982aa905682b582ad82c882e882dc82b582bd814282bd82ad82b3"
        + "82f182cc906c82aa978882c48141967b82f093c782f182c582a282dc82b78142"
    ),
    (
      "EUC-JP",
      "baf2c6fca1a2bbd4a4cebfdebdf1b4dba4acbfb7a4b7a4afa4caa4eaa4dea4b7a4bfa1a3a4bfa4afa4b5"
        + "a4f3a4cebfcda4accde8a4c6a1a2cbdca4f2c6c9a4f3a4c7a4a4a4dea4b9a1a3"
    ),
    (
      "EUC-KR",
      "beeec1a620bdc3b8b320b5b5bcadb0fcc0cc20bbf5b7ce20b9aec0bb20bfadbefab4d92e20b8b9c0ba20"
        + "bbe7b6f7c0cc20bfcdbcad20c3a5c0bb20c0d0b0ed20c0d6b4d92e"
    ),
    (
      "windows-1250",
      "5a61bff3b3e62067ea9c6cb9206a619ff12c2061207769ea632077206b6ff16375207369ea20756461b3"
        + "6f2e"
    ),
    (
      "windows-1253",
      "d7e8e5f220dcedefe9eee520e720eddde120e2e9e2ebe9efe8deeae720f4e7f220f0fcebe7f22e"
    ),
    (
      "windows-1254",
      "44fc6e20fe656872696e2079656e69206bfc74fc7068616e6573692061e7fd6c64fd2c2067656c656e6c"
        + "657220e76ff0616c64fd2e"
    ),
    (
      "windows-1255",
      "e0faeee5ec20f0f4fae7e420e4f1f4f8e9e9e420e4e7e3f9e420f9ec20e4f2e9f82e"
    ),
    (
      "windows-1256",
      "c7ddcacacdca20c3e3d320c7e1e3dfcac8c920c7e1cccfedcfc920dded20c7e1e3cfede4c92e"
    ),
    (
      "windows-1257",
      "56616b6172206d696573746520617469646172797461206e61756a6f6a69206269626c696f74656b612c"
        + "20fe6d6f6e69f820eb6a6f20646175672c20766973f82064fe69617567736d75692e"
    ),
    (
      "windows-874",
      "e0c1d7e8cdc7d2b9b9d5e9cbe9cda7cac1d8b4e3cbc1e8a2cda7e0c1d7cda7e0bbd4b4e1c5e9c7"
    ),
    (
      "KOI8-U",
      "f5decfd2c120d720cda6d3d4a620d7a6c4cbd2c9ccc920cecfd7d520c2a6c2cca6cfd4c5cbd52c20a620"
        + "a7a720d7d3a620c8d7c1ccd1d4d82e"
    ),
  ]

  private func detect(_ page: [UInt8], declared: [CharacterEncoding] = []) -> CharacterEncoding {
    LegacyDetector().detect(page.span, declared: declared)
  }

  @Test(arguments: sentences)
  func sentenceTellsItsEncoding(name: String, hex: String) {
    #expect(detect(bytes(hex: hex)).name == name)
  }

  @Test(arguments: sentences)
  func rightDeclarationIsBelieved(name: String, hex: String) throws {
    let encoding = try #require(CharacterEncoding(label: name))
    #expect(detect(bytes(hex: hex), declared: [encoding]) == encoding)
  }

  @Test(arguments: sentences)
  func latinDeclarationIsOverruled(name: String, hex: String) {
    #expect(detect(bytes(hex: hex), declared: [.windows1252]).name == name)
  }

  /// Quotes, dashes and apostrophes of Windows are letters in other encodings.
  @Test(arguments: [
    "It\u{2019}s the city\u{2019}s first \u{2013} and we\u{2019}re glad.", "\u{A9} 2019",
    "caf\u{E9}",
    "\u{201C}No,\u{201D} she said. \u{201C}Not today.\u{201D}", "5\u{A0}000 \u{20AC}",
  ])
  func fewSignsAreWestern(text: String) throws {
    #expect(detect(try encoded(text, as: .windows1252)) == .windows1252)
  }

  @Test func rareEncodingIsBelievedWhenDeclared() throws {
    let page = try encoded("D\u{E9}j\u{E0} vu, l\u{2019}\u{E9}t\u{E9}", as: .macintosh)
    #expect(detect(page, declared: [.macintosh]) == .macintosh)
  }

  @Test func rarerEncodingNeedsMoreThanATie() throws {
    // The letters have the same bytes in both.
    let page = try encoded(
      "L'été dernier, près de la forêt, où les élèves étaient allés.", as: .iso8859Part15)
    #expect(detect(page) == .windows1252)
  }

  @Test func pageWithoutEvidenceIsWestern() {
    #expect(detect([]) == .windows1252)
  }
}
