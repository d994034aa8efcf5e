import Testing

@testable import Extraction

struct ASCIIWordsTests {
  @Test(arguments: [
    ("abcdefgh", false, 8), ("a b c d ", false, 8), ("a  b c d", false, 2), (" bcdefgh", true, 0),
    (" bcdefgh", false, 8), ("abc&defg", false, 3), ("abcdefg&", false, 7), ("ab\ncdefg", false, 2),
    ("ab\u{e9}cdefg", false, 2), ("abcdefg\u{7f}", false, 8), ("\u{a0}abcdefg", false, 0),
    ("~}|{zyx ", false, 8),
  ])
  func lengthIsThatOfWordsWithOneSpaceBetweenThem(
    _ text: String, isAfterSpace: Bool, length: Int
  ) {
    var word: UInt64 = 0
    for byte in text.utf8.prefix(8).reversed() { word = word << 8 | UInt64(byte) }
    #expect(ASCIIWords(word.littleEndian, isAfterSpace: isAfterSpace).length == length)
  }
}
