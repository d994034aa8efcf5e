import Testing
import TextCoding

struct HexadecimalTests {
  @Test func eachByteHasTwoDigits() {
    #expect(Hexadecimal.text(of: [0, 9, 10, 0x7F, 0xA0, 0xFF]) == "00090a7fa0ff")
    #expect(Hexadecimal.text(of: []) == "")
  }
}
