import Testing
import TextCoding

struct Base64Tests {
  private func decode(_ text: String, mayBeCut: Bool = false) -> [UInt8]? {
    Base64.decode(Array(text.utf8)[...], mayBeCut: mayBeCut)
  }

  @Test(arguments: [
    ("", ""), ("=", ""), (" \n", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"),
    ("Zm9vYg==", "foob"), ("Zm9vYg", "foob"), ("Zm9v\nYmFy\r\n", "foobar"),
    ("Z\r\nm9 vYm\tFy Zm9vYmFy\n Zg =\n=", "foobarfoobarf"),
  ])
  func textIsDecoded(text: String, bytes: String) {
    #expect(decode(text) == Array(bytes.utf8))
  }

  @Test func allBytesComeBack() {
    let bytes = (0..<6000).map { UInt8(truncatingIfNeeded: $0 * $0 % 251) }
    for count in [5997, 5998, 5999, 6000] {
      let text = Array(Self.encoded(Array(bytes[..<count])).utf8)
      #expect(Base64.decode(text[...]) == Array(bytes[..<count]))
      #expect(Base64.decode(([0x21] + text)[1...]) == Array(bytes[..<count]))
      let lines = stride(from: 0, to: text.count, by: 76).flatMap { start in
        text[start..<min(start + 76, text.count)] + [13, 10]
      }
      #expect(Base64.decode(lines[...]) == Array(bytes[..<count]))
    }
  }

  @Test func alphabetForAddressesIsReadToo() {
    #expect(decode("-_-_") == decode("+/+/"))
    #expect(decode("-_8=") == [0xFB, 0xFF])
  }

  @Test(arguments: [
    "Z", "Zm9vY", "Zg==Zg==", "Zg===", "====", "<p>", "Zm9v\u{0}", "Zm9vYmFy*m9v", "Zm\u{E9}v",
  ])
  func whatIsNotBase64IsRefused(text: String) {
    #expect(decode(text) == nil)
  }

  @Test func digitThatIsLeftOverIsPassedOverWhereTheRestMayBeLost() {
    #expect(decode("Zm9vY", mayBeCut: true) == Array("foo".utf8))
    #expect(decode("Zm9v*", mayBeCut: true) == nil)
  }

  /// Base64 written bit by bit, as the standard draws it.
  private static func encoded(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bits = bytes.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
    let digits = stride(from: 0, to: bits.count, by: 6).map { start in
      alphabet[(0..<6).reduce(0) { $0 * 2 + (start + $1 < bits.count ? Int(bits[start + $1]) : 0) }]
    }
    let padding = String(repeating: "=", count: (4 - digits.count % 4) % 4)
    return String(digits) + padding
  }
}
