import Testing

@testable import Extraction

struct BlockStatisticsReaderTests {
  private func statistics(_ text: String) -> BlockStatistics {
    BlockStatisticsReader.statistics(of: Array(text.utf8).span)
  }

  @Test(
    arguments: [
      ("The quick brown fox.", 4), ("don't stop-over 3.14 1,000", 4), ("a/b c|d", 4), ("", 0),
      ("—", 0),
      ("Größe und Maß", 3), ("今天天气很好", 3), ("今天 3 度", 2.5), ("สวัสดีชาวโลก", 3),
      ("ภาษา\u{200b}ไทย", 7.0 / 4), ("صباح الخير يا عالم", 4), ("می\u{200c}خواهم بروم", 2),
      ("नमस्ते दुनिया", 2), ("क्\u{200d}ष पर", 2), ("안녕하세요 세계", 2), ("שלום\u{200f} עולם", 2),
      ("ひらがなカタ漢字", 4),
    ] as [(String, Float)])
  func wordsAreCountedInEveryScript(text: String, words: Float) {
    #expect(statistics(text).words == words)
  }

  @Test(arguments: [
    ("One. Two! Three?", 3, true), ("He left.”", 1, true), ("He left.)", 1, true),
    ("He left", 0, false), ("To be…", 1, true), ("今天很好。", 1, true), ("真的？！", 2, true),
    ("「好。」", 1, true), ("كيف حالك؟", 1, true), ("ٹھیک ہے۔", 1, true), ("वह गया।", 1, true),
    ("1. First", 1, false), ("Note:", 0, false), ("a, b", 0, false),
  ])
  func sentenceMarksAreCountedInEveryScript(text: String, marks: UInt32, ends: Bool) {
    #expect(statistics(text).sentenceMarks == marks)
    #expect(statistics(text).endsSentence == ends)
  }

  @Test(arguments: [
    ("a, b; c", 2), ("一、二，三；", 3), ("أ، ب؛", 2), ("a b", 0),
  ])
  func commasAreCountedInEveryScript(text: String, commas: UInt32) {
    #expect(statistics(text).commas == commas)
  }

  @Test(arguments: [
    ("1 22 333", 6, 3), ("3.14", 3, 1), ("2024-01-02", 8, 3), ("a1b2", 2, 2), ("१२ ३", 3, 2),
    ("٣٤", 2, 1), ("１２", 2, 1), ("1,234.5", 5, 1), ("none", 0, 0),
  ])
  func digitsAndNumbersAreCounted(text: String, digits: UInt32, numbers: UInt32) {
    #expect(statistics(text).digits == digits)
    #expect(statistics(text).numbers == numbers)
  }

  @Test func capitalsAndSignsAreCounted() {
    let counts = statistics("The EU | USA (20 %): iPhone $5")
    #expect(counts.capitals == 7)
    #expect(counts.capitalizedWords == 3)
    #expect(counts.signs == 4)
    #expect(!counts.endsInColon)
    #expect(statistics("Also:").endsInColon)
    #expect(statistics("也：").endsInColon)
  }

  @Test func hashSeesLettersAndDigitsWithoutCase() {
    #expect(statistics("Read more").textHash == statistics("READ – more!").textHash)
    #expect(statistics("Read more").textHash != statistics("Read most").textHash)
    #expect(statistics("—!").textHash == 0)
  }
}
