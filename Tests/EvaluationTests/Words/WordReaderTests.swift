import Evaluation
import Testing

struct WordReaderTests {
  /// What Python 3.11 finds in the same texts with `re.findall(r"\w+", …)`.
  @Test(arguments: [
    ("The quick, brown fox’s 3.5 tails", ["The", "quick", "brown", "fox", "s", "3", "5", "tails"]),
    ("日本語の文。テスト", ["日本語の文", "テスト"]), ("नमस्ते", ["नमस", "त"]),
    ("snake_case x² ½", ["snake_case", "x²", "½"]),
    ("", []), ("—…!", []), ("e\u{301}te", ["e", "te"]), ("Ⅳ 〇", ["Ⅳ", "〇"]),
  ])
  func wordsAreThoseOfTheFieldsBenchmarks(_ text: String, _ words: [String]) {
    #expect(WordReader.words(of: text).map { Array($0.utf8) } == words.map { Array($0.utf8) })
  }

  @Test func squashedTextHasNeitherSignsNorCase() {
    #expect(WordReader.squashed("“Straße” – Nr. 5!") == WordReader.squashed("STRASSE nr 5"))
    #expect(WordReader.squashed("five") != WordReader.squashed("four"))
  }
}
