import Testing

@testable import Extraction

struct FeaturePhraseTests {
  @Test(arguments: [
    ("linkDensity", Float(0.934), "link density .93"),
    ("repetitions", 14, "the same text 14 times on the page"),
    ("above.nav", 0, "inside nav, itself"), ("above.nav", 1, "inside nav, 1 element up"),
    ("above.nav", 31, "not inside nav"),
    ("hint.caption", 2, "a class or identifier says caption, 2 elements up"),
    ("endsSentence", 1, "ends in the end of a sentence: yes"),
    ("kind", 3, "set as heading of level 3"), ("kind", 8, "set as paragraph"),
    ("words[-1]", -1, "no block 1 before"), ("words[2]", 27, "block 2 after: 27 words"),
    ("mark.images[1]", 2, "block 1 after: 2 images"),
    ("sinceTitle", -999, "the page's title is not on the page"),
    ("sinceTitle", -3, "3 blocks before the page's title"),
    ("ancestor[2].share", 0.5, "larger element 2 around it holds 50 % of the page's text"),
    ("longBlockBefore", -1, "no full paragraph before it"),
    ("smoothed[0]", 1.25, "text density within 1 block 1.25"),
    ("page.typeProduct", 1, "the page declares typeProduct: yes"),
    ("wordLength", 4.5, "4.5 letters a word"), ("wordLength", -0.05, "-0.05 letters a word"),
  ])
  func valueIsSaidInWords(_ column: String, _ value: Float, _ words: String) {
    #expect(FeaturePhrase.words(for: column, value: value) == words)
  }

  @Test func everyColumnHasWordsForAnyValue() {
    for column in FeatureTable.columnNames {
      for value: Float in [-999, -1, 0, 0.5, 1, 31, 1e12, .infinity, .nan] {
        let words = FeaturePhrase.words(for: column, value: value)
        #expect(!words.isEmpty)
        #expect(words.contains { $0 == "#" || $0 == "~" || $0 == "?" } == false, "\(column)")
      }
    }
  }
}
