import Streaming
import Testing

struct LineSplitterTests {
  /// The lines of chunks, as `number:text`, with `!` for one that is too long.
  private func lines(_ chunks: [String], limit: Int = 8) -> [String] {
    var splitter = LineSplitter(limit: limit)
    var lines = chunks.flatMap { splitter.append(Array($0.utf8)) }
    if let last = splitter.finish() { lines.append(last) }
    return lines.map { line in
      "\(line.number):" + (line.isTooLong ? "!" : String(decoding: line.bytes, as: UTF8.self))
    }
  }

  @Test func linesAreTheSameHoweverTheyCome() {
    #expect(lines(["ab\ncd\n\nef"]) == ["1:ab", "2:cd", "3:", "4:ef"])
    #expect(lines(["a", "b\nc", "", "d\n\ne", "f"]) == ["1:ab", "2:cd", "3:", "4:ef"])
  }

  @Test func lineFeedAtTheEndBeginsNoLine() {
    #expect(lines(["ab\n"]) == ["1:ab"])
    #expect(lines([]) == [])
  }

  @Test func longLineIsDroppedAndTheNextIsRead() {
    #expect(lines(["12345678\n123456789\nab\n"]) == ["1:12345678", "2:!", "3:ab"])
    #expect(lines(["1234", "5678", "9", "123456789", "\nab"]) == ["1:!", "2:ab"])
    #expect(lines(["123456789"]) == ["1:!"])
  }
}
