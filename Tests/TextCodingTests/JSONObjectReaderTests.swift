import Testing
import TextCoding

struct JSONObjectReaderTests {
  private func members(_ text: [UInt8]) throws(JSONSyntaxError) -> [String: JSONScalar] {
    var members: [String: JSONScalar] = [:]
    var reader = JSONObjectReader(text)
    while let name = try reader.nextName() { members[name] = try reader.value() }
    return members
  }

  @Test func markOfUTF8IsPassedOver() throws {
    let members = try members([0xEF, 0xBB, 0xBF] + Array(#"{"a":"b"}"#.utf8))
    #expect(members == ["a": .string(Array("b".utf8))])
  }

  /// Each way to cut or damage one byte of a line ends, with an object or an error.
  @Test func damagedBytesEndReading() {
    let line = Array(
      #"{"id":-1.5e3,"a\u00e9\ud83d\ude00\ud800\n":[{"b":"}"},"\\",null],"c":true,"d":""}"#.utf8)
    for position in line.indices {
      _ = try? members(Array(line[..<position]))
      for byte in [0x00, 0x22, 0x5C, 0x5B, 0x7D, 0x75, 0xFF] as [UInt8] {
        var damaged = line
        damaged[position] = byte
        _ = try? members(damaged)
      }
    }
    #expect((try? members(line))?.count == 4)
  }

  @Test(arguments: [
    #"{"a":"\"#, #"{"a":"\u"#, #"{"a":"\u12"#, #"{"a":"\ud800\u"#, #"{"a":"\ud800\u12"}"#, "{", "",
    #"{"a":[[[["#, #"{"a"#, #"{"a":"#, "{\"a\":\"\u{0}\"}", #"{"a":+1}"#, #"{"a":nul}"#,
  ])
  func textThatIsNoObjectIsRefused(text: String) {
    #expect(throws: JSONSyntaxError.self) { try members(Array(text.utf8)) }
  }
}
