/// A run of four words, or of all words of a shorter text.
///
/// The Article Extraction Benchmark (Scrapinghub 2019) compares texts as bags of such runs: unlike words alone,
/// they see the order, and a stray line costs three runs besides its own.
public struct Shingle: Hashable, Sendable {
  /// Words of a run.
  public static let length = 4

  private let words: ArraySlice<String>

  /// The bag of a text's runs; empty for a text without words.
  public static func bag(of text: String) -> Bag<Shingle> {
    let words = WordReader.words(of: text)
    guard words.count > length else {
      return Bag(words.isEmpty ? [] : [Shingle(words: words[...])])
    }
    return Bag((0...(words.count - length)).map { Shingle(words: words[$0..<($0 + length)]) })
  }
}
