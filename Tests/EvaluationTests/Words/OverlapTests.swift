import Evaluation
import Testing

struct OverlapTests {
  @Test func wordsCountAsOftenAsBothHaveThem() {
    let overlap = Overlap(found: .words(of: "a a b c"), wanted: .words(of: "A a a d"))
    #expect(overlap == Overlap(hits: 2, found: 4, wanted: 4))
    #expect(overlap.precision == 0.5)
    #expect(overlap.f1 == 0.5)
  }

  @Test func pageThatWantsNothingIsRightOnlyWhenNothingIsFound() {
    #expect(Overlap(found: Bag(), wanted: .words(of: "")).scoresOfPage.f1 == 1)
    #expect(Overlap(found: .words(of: "a"), wanted: Bag()).scoresOfPage.f1 == 0)
    #expect(Overlap(found: Bag(), wanted: .words(of: "a")).scoresOfPage.f1 == 0)
  }

  @Test func shinglesSeeTheOrder() {
    let text = Shingle.bag(of: "one two three four five")
    #expect(text.total == 2)
    #expect(text.common(with: Shingle.bag(of: "five four three two one")) == 0)
    #expect(text.common(with: Shingle.bag(of: "zero one two three four")) == 1)
  }

  @Test func shortTextIsOneShingle() {
    #expect(Shingle.bag(of: "one two").total == 1)
    #expect(Shingle.bag(of: "one two three four").total == 1)
    #expect(Shingle.bag(of: "…").total == 0)
  }
}
