import Testing

@testable import Extraction

@Suite struct ExpectedScoreTests {
  @Test func choiceKeepsTheProbableBlocks() {
    let kept = ExpectedScore.choice([0.95, 0.1, 0.9, 0.05], words: [50, 50, 40, 60])
    #expect(kept == [true, false, true, false])
  }

  @Test func choiceTakesALongUncertainBlockBesideLittleContent() {
    let kept = ExpectedScore.choice([0.6, 0.55], words: [10, 100])
    #expect(kept == [true, true])
  }

  @Test(
    arguments: [
      (-0.8, [true, true, true]), (0.15, [true, true, false]), (1, [true, false, false]),
    ] as [(Float, [Bool])])
  func biasTellsHowMuchIsTaken(bias: Float, kept: [Bool]) {
    let choice = ExpectedScore.choice(
      [0.95, 0.45, 0.15], words: [50, 50, 50], precisionBias: bias)
    #expect(choice == kept)
  }

  @Test func pageWithoutProbableBlockIsEmpty() {
    #expect(ExpectedScore.choice([0.2, 0.29], words: [10, 10]) == [false, false])
    #expect(ExpectedScore.choice([], words: []) == [])
  }

  @Test func certainChoiceExpectsAll() {
    #expect(ExpectedScore.wordF1([1, 0], words: [10, 30], kept: [true, false]) == 1)
  }

  @Test func uncertainChoiceExpectsItsShare() {
    // 2 · 5 / (10 + 5 + 5): half of the kept words and half of the rest are wanted.
    let expected = ExpectedScore.wordF1([0.5, 0.5], words: [10, 10], kept: [true, false])
    #expect(abs(expected - 0.5) < 1e-6)
  }
}
