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

  @Test(arguments: ["Z", "Zm9vY", "Zm9v-_", "Zg==Zg==", "Zg===", "<p>"])
  func whatIsNotBase64IsRefused(text: String) {
    #expect(Base64.decode(Array(text.utf8)) == nil)
  }
}
