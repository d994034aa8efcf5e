import Testing

@testable import Extraction

struct EncodingSnifferTests {
  private static let russian =
    "<p>Сегодня в городе открылась выставка, на которой представлены работы молодых художников."
  private static let french =
    "<p>L'été dernier, près de la forêt, où les élèves étaient allés, ça n'a pas été très gai."

  private func decide(_ page: [UInt8], charset: String? = nil) -> EncodingDecision {
    EncodingSniffer().decide(page.span, charset: charset)
  }

  @Test func markBeatsTheTransport() {
    let decision = decide([0xEF, 0xBB, 0xBF, 0x41], charset: "windows-1251")
    #expect(decision.encoding == .utf8)
    #expect(decision.source == .bom)
  }

  @Test(arguments: [("UTF-16LE", false), ("UTF-16BE", true)])
  func utf16WithoutMarkIsNoticed(name: String, isBigEndian: Bool) {
    let page = "<html><body>Grüße</body></html>".utf16.flatMap { unit -> [UInt8] in
      let halves = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? halves : halves.reversed()
    }
    #expect(decide(page).encoding.name == name)
  }

  // As much text as is looked at, in which hardly anything is ASCII.
  private static let scripts = [
    "Библиотекаоткроетсявыходные", "Βιβλιοθήκηανοίγει", "المكتبةتفتح", "הספרייהנפתחת",
    "城北图书馆周末开放　全天", "ห้องสมุดเปิด", "図書館は週末も開く。", "도서관은주말에도연다",
  ]

  private static func page(in script: String, isBigEndian: Bool, head: String) -> [UInt8] {
    let text = String(repeating: script, count: 4000 / script.utf16.count)
    return (head + text).utf16.flatMap { unit -> [UInt8] in
      let halves = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? halves : halves.reversed()
    }
  }

  @Test(arguments: scripts, [false, true])
  func utf16OfAnyScriptIsNoticedByItsTags(script: String, isBigEndian: Bool) {
    let page = Self.page(in: script, isBigEndian: isBigEndian, head: "<html><title>")
    #expect(decide(page).encoding.name == (isBigEndian ? "UTF-16BE" : "UTF-16LE"))
    #expect(MediaTypeSniffer().mediaType(of: page.span) == .html)
  }

  @Test(arguments: scripts, [false, true])
  func utf16TextIsReadWhereTheTransportSaysSo(script: String, isBigEndian: Bool) {
    let page = Self.page(in: script, isBigEndian: isBigEndian, head: "\(script)\n")
    for label in ["utf-16", isBigEndian ? "utf-16be" : "utf-16le"] {
      #expect(decide(page, charset: label).encoding.name == (isBigEndian ? "UTF-16BE" : "UTF-16LE"))
      #expect(MediaTypeSniffer().mediaType(of: page.span, charset: label) == .text)
    }
  }

  @Test func bytesThatAreNoUTF16AreNotMadeItByTheTransport() {
    #expect(decide(Array(Self.russian.utf8), charset: "utf-16le").encoding == .utf8)
    let zeros = [UInt8](repeating: 0, count: 400) + [0x20, 0x00]
    #expect(
      MediaTypeSniffer().mediaType(of: zeros.span, charset: "utf-16le") == .binary(kind: "binary"))
  }

  @Test(arguments: [
    #"<meta charset="koi8-r">"#, "<META CHARSET=koi8-r>", "<meta charset='koi8-r'/>",
    #"<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">"#,
    #"<meta content='text/html;charset="koi8-r"' http-equiv=content-type>"#,
    #"<?xml version="1.0" encoding="koi8-r"?>"#,
    #"<!-- <meta charset="utf-8"> --><meta charset="koi8-r">"#,
    #"<a title="<meta charset=utf-8>"><meta charset="koi8-r">"#,
    String(repeating: "<script>x()</script>", count: 500) + #"<meta charset="koi8-r">"#,
  ])
  func declarationIsRead(head: String) {
    let decision = decide(Array((head + "plain").utf8))
    #expect(decision.encoding == .koi8R)
    #expect(decision.source == .meta)
  }

  @Test(arguments: [
    #"<!-- <meta charset="koi8-r"> -->"#, #"<meta content="text/html; charset=koi8-r">"#,
    #"<meta name="charset" content="koi8-r">"#, "<metacharset=koi8-r>", "<meta charset=",
  ])
  func whatIsNotADeclarationIsIgnored(head: String) {
    #expect(decide(Array(head.utf8)).source == .default)
  }

  @Test func utf16InMetaMeansUTF8() {
    #expect(decide(Array(#"<meta charset="utf-16">x"#.utf8)).encoding == .utf8)
  }

  @Test(arguments: ["iso-8859-1", "windows-1251", "gbk", "shift_jis"])
  func validUTF8BeatsAWrongDeclaration(label: String) {
    let decision = decide(Array(Self.russian.utf8), charset: label)
    #expect(decision.encoding == .utf8)
    #expect(decision.source == .content)
    #expect(decision.declaredWrong)
  }

  @Test(arguments: [CharacterEncoding.windows1251, .koi8R, .iso8859Part5, .ibm866])
  func cyrillicDeclaredAsUTF8IsFound(encoding: CharacterEncoding) throws {
    let decision = decide(try encoded(Self.russian, as: encoding), charset: "utf-8")
    #expect(decision.encoding == encoding)
    #expect(decision.declaredWrong)
  }

  @Test func westernTextIsFoundWithoutDeclaration() throws {
    let decision = decide(try encoded(Self.french, as: .windows1252))
    #expect(decision.encoding == .windows1252)
    #expect(!decision.declaredWrong)
  }

  @Test func cyrillicDeclaredAsLatinIsFound() throws {
    let page = try encoded(Self.russian, as: .windows1251)
    #expect(decide(page, charset: "iso-8859-1").encoding == .windows1251)
  }

  @Test func fewBrokenSequencesLeaveUTF8() {
    let page = Array(Self.russian.utf8) + [0xE9, 0x20]
    #expect(decide(page).encoding == .utf8)
    #expect(decide(page, charset: "utf-8").declaredWrong == false)
  }

  @Test func escapesTellISO2022JP() {
    let page = bytes(hex: "1b244224332473244b2441244f1b284220616263")
    #expect(decide(page).encoding == .iso2022JP)
    #expect(decide(page).source == .content)
  }

  @Test func emptyPageIsUTF8ByDefault() {
    let decision = decide([])
    #expect(decision.encoding == .utf8)
    #expect(decision.source == .default)
  }
}
