import Spool
import Testing

@Test func nameThatIsNoTextIsEscapedByteByByte() {
  #expect(FileName(bytes: [0x61, 0xFF, 0x62, 0xC3]).escaped == "a%FFb%C3")
}

@Test func overlongAndSurrogateFormsAreEscaped() {
  #expect(FileName(bytes: [0xC0, 0xAF]).escaped == "%C0%AF")
  #expect(FileName(bytes: [0xE0, 0x80, 0xAF]).escaped == "%E0%80%AF")
  #expect(FileName(bytes: [0xED, 0xA0, 0x80]).escaped == "%ED%A0%80")
}

@Test func longNamesAreShortenedApart() {
  let stem = String(repeating: "x", count: 254)
  let names = ["a", "b"].map { OutputName.record(for: FileName(stem + $0)) }
  #expect(names[0] != names[1])
  #expect(names.allSatisfy { $0.bytes.count == 255 })
  #expect(names.allSatisfy { $0.escaped.hasSuffix(".json.zst") })
}

@Test func shorteningKeepsCharactersAndEscapesWhole() {
  for filler in ["é", "\u{1}", "€", "😀"] {
    let name = FileName(bytes: Array(String(repeating: filler, count: 63).utf8))
    let output = OutputName.record(for: name, distinction: "0123456789ab")
    #expect(output.bytes.count <= 255)
    #expect(String(validating: output.bytes, as: UTF8.self) != nil)
    let percents = output.bytes.indices.filter { output.bytes[$0] == UInt8(ascii: "%") }
    #expect(percents.allSatisfy { output.bytes[$0 + 1] == 0x30 && output.bytes[$0 + 2] == 0x31 })
  }
}

@Test(arguments: [
  ("a.html", "a-2.html"), ("a.html.gz", "a-2.html.gz"), ("a", "a-2"), (".a", ".a-2"),
])
func numberStandsBeforeTheExtension(name: String, numbered: String) {
  #expect(FileName(name).numbered(2) == FileName(numbered))
}

@Test func numberedNameFits() {
  let long = FileName(String(repeating: "x", count: 250) + ".html")
  #expect(long.numbered(2).bytes.count == 255)
  #expect(long.numbered(2) != long.numbered(3))
  #expect(FileName("a." + String(repeating: "x", count: 253)).numbered(9).bytes.count <= 255)
}

@Test func noteIsNamedAfterTheWholeInput() {
  #expect(OutputName.note(for: FileName("a.html.gz")) == FileName("a.html.gz.error.json"))
}

@Test func nameWithASlashIsRefused() async {
  await #expect(processExitsWith: .failure) {
    _ = FileName("a/b")
  }
}
