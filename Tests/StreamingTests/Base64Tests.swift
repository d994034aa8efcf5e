import Testing

@testable import Streaming

struct Base64Tests {
  @Test(arguments: [
    ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"),
    ("Zm9vYg", "foob"),
    ("Zm9v\nYmFy\r\n", "foobar"),
  ])
  func textIsDecoded(text: String, bytes: String) {
    #expect(Base64.decode(Array(text.utf8)) == Array(bytes.utf8))
  }

  @Test func alphabetForAddressesIsReadToo() {
    #expect(Base64.decode(Array("-_-_".utf8)) == Base64.decode(Array("+/+/".utf8)))
    #expect(Base64.decode(Array("-_8=".utf8)) == [0xFB, 0xFF])
  }

  @Test(arguments: ["Z", "Zm9vY", "Zg==Zg==", "Zg===", "<p>"])
  func whatIsNotBase64IsRefused(text: String) {
    #expect(Base64.decode(Array(text.utf8)) == nil)
  }
}
