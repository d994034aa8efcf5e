import Extraction
import Streaming
import Testing

struct StreamedPageTests {
  private func parse(_ line: String) throws -> StreamedPage {
    try StreamedPage.parse(StreamLine(number: 7, bytes: Array(line.utf8)))
  }

  @Test func textIsUTF8WhateverThePageDeclares() throws {
    let page = try parse(
      #"{"id":"a","url":"https://e.org/","html":"<p>\u00e4\ud83d\ude00\n\"x\"</p>"}"#)
    let expected = StreamedPage(
      id: "a", url: "https://e.org/", bytes: Array("<p>ä😀\n\"x\"</p>".utf8), charset: "utf-8")
    #expect(page == expected)
  }

  @Test func bytesKeepTheirEncoding() throws {
    let page = try parse(#"{"html_base64":"5A==","charset":"latin1","id":3}"#)
    #expect(page == StreamedPage(id: "3", bytes: [0xE4], charset: "latin1"))
  }

  @Test func textOfAnyLengthIsKept() throws {
    let long = String(repeating: "x", count: 9000)
    let page = try parse(#"{"id":"\#(long)","url":"\#(long)","html":""}"#)
    #expect(page == StreamedPage(id: long, url: long, bytes: [], charset: "utf-8"))
    #expect(try parse(#"{"id":"","html":"x"}"#).id == "")
  }

  @Test func otherMembersAreSkipped() throws {
    let page = try parse(
      #" { "meta" : {"html":["}","x\"",{"a":1.5e3}],"b":null}, "html":"x", "n":true, "k":-1 } "#)
    #expect(page == StreamedPage(id: "line-7", bytes: Array("x".utf8), charset: "utf-8"))
  }

  @Test(arguments: [
    #"{"id":null,"url":null,"html":"x","html_base64":null,"charset":null}"#,
    #"{"html":null,"html_base64":"eA==","charset":"utf-8"}"#,
  ])
  func nullIsAsGoodAsAbsent(line: String) throws {
    #expect(try parse(line) == StreamedPage(id: "line-7", bytes: Array("x".utf8), charset: "utf-8"))
  }

  @Test func halfOfASurrogatePairIsReplaced() throws {
    let page = try parse(#"{"html":"a\ud800b\ude00\ud800\u0041"}"#)
    #expect(String(decoding: page.bytes, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}\u{FFFD}A")
  }

  @Test(arguments: [
    ("", "an object expected at byte 0"),
    ("[]", "an object expected at byte 0"),
    (#"{"html":"a"} x"#, "nothing after the object expected at byte 13"),
    (#"{"html":"a""#, "a comma or the object's end expected at byte 11"),
    (#"{"html":"a"#, "the end of a string expected at byte 10"),
    (#"{"html" "a"}"#, "a colon expected at byte 8"),
    (#"{"html":}"#, "a value expected at byte 8"),
    (#"{"html":"a",}"#, "a member's name expected at byte 12"),
    (#"{"a":[1,2}"#, "the other closing bracket expected at byte 9"),
    ("{\"html\":\"a\tb\"}", "an escaped control character expected at byte 10"),
    (#"{"html":"\q"}"#, "an escape sequence expected at byte 10"),
    (#"{"html":"\u12x4"}"#, "four hexadecimal digits expected at byte 11"),
    (#"{"id":"a"}"#, "neither html nor html_base64"),
    (#"{"html":null,"html_base64":null}"#, "neither html nor html_base64"),
    (#"{"html":1}"#, "one string as html or html_base64 expected"),
    (#"{"html":"a","html_base64":"YQ=="}"#, "one string as html or html_base64 expected"),
    (#"{"html_base64":"*"}"#, "html_base64 is not Base64"),
  ])
  func badLineSaysWhatIsWrong(line: String, detail: String) {
    let error = #expect(throws: StreamLineError.self) { try parse(line) }
    #expect(error?.detail == detail)
    #expect(error?.reason == .corrupt)
    #expect(error?.line == 7)
  }

  @Test func nameOfABadLineIsKept() {
    let error = #expect(throws: StreamLineError.self) { try parse(#"{"id":"a","html":1}"#) }
    #expect(error?.id == "a")
  }

  @Test func nestingOfAnyDepthIsSkipped() throws {
    let depth = 1_000_000
    let nested =
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(try parse(#"{"deep":\#(nested),"html":"x"}"#).id == "line-7")
  }
}
