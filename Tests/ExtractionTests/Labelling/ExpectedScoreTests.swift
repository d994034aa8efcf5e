import Testing

@testable import Extraction

struct ExpectedScoreTests {
  private func wordF1(_ scores: [Float], words: [Float], kept: [Bool]) -> Float {
    let statistics = words.map { words in
      var counts = BlockStatistics()
      counts.words = words
      return counts
    }
    return ExpectedScore.wordF1(scores, statistics, kept: kept)
  }

  @Test func certainChoiceIsWorthOne() {
    #expect(wordF1([1, 0, 1], words: [10, 5, 20], kept: [true, false, true]) == 1)
  }

  @Test func doubtCostsByWords() {
    // 2 · 0.5 · 10 / (10 + 0.5 · 10 + 0.5 · 10)
    #expect(wordF1([0.5, 0.5], words: [10, 10], kept: [true, false]) == 0.5)
  }

  @Test func emptyChoiceIsWorthTheDoubtOfTheBestBlock() {
    #expect(wordF1([0.2, 0.1], words: [10, 10], kept: [false, false]) == 0.8)
    #expect(wordF1([], words: [], kept: []) == 1)
  }
}
