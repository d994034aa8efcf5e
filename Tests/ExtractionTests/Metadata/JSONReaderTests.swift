import Testing

@testable import Extraction

@Suite struct JSONReaderTests {
  @Test func validJSONIsReadWhole() {
    let text = #"{"a": [1, -2.5e3, true, false, null], "b": {"c": "d\n\u00e9\ud83d\ude00\/"}}"#
    let expected = JSONValue.object([
      JSONMember(
        name: "a",
        value: .array([.number("1"), .number("-2.5e3"), .bool(true), .bool(false), .null])),
      JSONMember(
        name: "b", value: .object([JSONMember(name: "c", value: .string("d\né😀/"))])),
    ])
    #expect(JSONReader.value(in: text) == expected)
  }

  @Test(arguments: [
    #"{"name": "x",}"#,
    #"{,"name": "x"}"#,
    #"<!-- {"name": "x"} -->"#,
    "//<![CDATA[\n{\"name\": \"x\"}\n//]]>",
    #"//<![CDATA[{"name": "x"}]]>"#,
    #"/* note */ {"name": "x"};"#,
    "// note\n{\"name\": \"x\"}",
    "\u{FEFF}{\"name\": \"x\"}",
    #"{"name": "x""#,
    #"{"name": "x", "next"#,
    #"{"name": "x", broken: 1}"#,
    #"{"name": "x", "list": [1, 2"#,
  ])
  func damageAroundAMemberLeavesIt(text: String) {
    #expect(JSONReader.value(in: text)?["name"] == .string("x"))
  }

  @Test(arguments: [
    ("{\"name\": \"two\nlines\ttab\"}", "two\nlines\ttab"),
    (#"{"name": "He said "yes" there"}"#, #"He said "yes" there"#),
    (#"{"name": "it\'s"}"#, "it's"),
    (#"{"name": "half \ud83d pair"}"#, "half \u{FFFD} pair"),
    (#"{"name": "a &amp; b"}"#, "a &amp; b"),
  ])
  func damagedStringIsReadAsMeant(text: String, expected: String) {
    #expect(JSONReader.value(in: text)?["name"] == .string(expected))
  }

  @Test(arguments: ["", "  ", "<!-- -->", "nothing", "}"])
  func textWithoutAValueGivesNone(text: String) {
    #expect(JSONReader.value(in: text) == nil)
  }

  @Test func nestingStopsAtTheLimit() {
    var value = JSONReader.value(in: String(repeating: "[", count: 100_000))
    var depth = 0
    while case .array(let elements) = value {
      depth += 1
      value = elements.first
    }
    #expect(depth == JSONReader.depthLimit)
  }
}
