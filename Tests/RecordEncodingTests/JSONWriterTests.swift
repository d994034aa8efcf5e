import Foundation
import Testing

@testable import RecordEncoding

struct JSONWriterTests {
  private static func string(_ value: String) -> String {
    var writer = JSONWriter()
    writer.string(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func number(_ value: Double) -> String {
    var writer = JSONWriter()
    writer.number(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", #""""#), ("plain", #""plain""#), ("a\"b", #""a\"b""#), ("a\\b", #""a\\b""#),
    ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#), ("\u{0}\u{1F}", #""\u0000\u001f""#),
    ("\u{7F}/<>&", "\"\u{7F}/<>&\""), ("\u{2028}\u{2029}", "\"\u{2028}\u{2029}\""),
    ("über 漢字 😀", "\"über 漢字 😀\""), ("e\u{301}\u{202E}", "\"e\u{301}\u{202E}\""),
  ])
  func escapes(value: String, json: String) {
    #expect(Array(Self.string(value).utf8) == Array(json.utf8))
  }

  /// Runs of plain bytes are copied sixteen at a time, so an escape is tried at each place of a run.
  @Test(arguments: 0..<40) func escapeIsFoundAtEachOffset(offset: Int) throws {
    for special in ["\"", "\\", "\u{0}", "\u{1F}", "é"] {
      let value =
        String(repeating: "x", count: offset) + special + String(repeating: "y", count: 33)
      let back = try JSONDecoder().decode(String.self, from: Data(Self.string(value).utf8))
      #expect(back == value)
    }
  }

  @Test func everyScalarBelow3000SurvivesAForeignParser() throws {
    var value = ""
    for code in 0..<UInt32(3000) {
      if let scalar = Unicode.Scalar(code) { value.unicodeScalars.append(scalar) }
    }
    let back = try JSONDecoder().decode(String.self, from: Data(Self.string(value).utf8))
    #expect(Array(back.utf8) == Array(value.utf8))
  }

  @Test(
    arguments: [
      (0, "0"), (1, "1"), (-1, "-1"), (0.5, "0.5"), (0.1, "0.1"), (0.00004, "0"), (-0.00004, "0"),
      (0.00005, "0.0001"), (1.23456, "1.2346"), (-1.5, "-1.5"), (12.003, "12.003"),
      (99.99996, "100"), (1e20, "1e+20"), (.nan, "null"), (.infinity, "null"),
    ] as [(Double, String)])
  func numbersHaveAtMostFourDecimals(value: Double, json: String) {
    #expect(Self.number(value) == json)
  }

  @Test func commasStandBetweenValues() {
    var writer = JSONWriter()
    writer.beginArray()
    writer.beginObject()
    writer.key("a")
    writer.integer(-7)
    writer.key("b")
    writer.beginArray()
    writer.endArray()
    writer.endObject()
    writer.null()
    writer.string(String?.none)
    writer.endArray()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #"[{"a":-7,"b":[]},null,null]"#)
  }

  @Test func writerStartsAnewAfterRemoval() {
    var writer = JSONWriter()
    writer.integer(1)
    writer.removeAll()
    writer.integer(2)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "2")
  }
}
