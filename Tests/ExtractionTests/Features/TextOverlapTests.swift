import Testing

@testable import Extraction

struct TextOverlapTests {
  private func shares(_ text: String, in reference: String?) -> (ofText: Float, ofReference: Float)
  {
    var overlap = TextOverlap()
    overlap.setReferences("something else entirely that must be forgotten", "and this")
    overlap.setReferences("other words", reference)
    let second = overlap.shares(of: Array(text.utf8).span).second
    overlap.setReferences(reference, "other words")
    let first = overlap.shares(of: Array(text.utf8).span).first
    #expect(first == second)
    return first
  }

  @Test(arguments: ["River moves east", "RIVER moves – East!", "河流向东移动了", "река течёт"])
  func sameTextOverlapsWhole(_ title: String) {
    #expect(shares(title, in: title.lowercased()) == (1, 1))
  }

  @Test func partOfATitleCoversPartOfIt() {
    let (ofText, ofReference) = shares("River moves east", in: "River moves east | The Daily")
    #expect(ofText == 1)
    #expect(ofReference > 0.4 && ofReference < 0.7)
  }

  @Test func otherTextDoesNotOverlap() {
    #expect(shares("Nothing shared", in: "River moves east").ofText < 0.1)
  }

  @Test func textWithoutReferenceHasNoOverlap() {
    #expect(shares("River", in: nil) == (0, 0))
    #expect(shares("River", in: "abc") == (0, 0))
    #expect(shares("abc", in: "River") == (0, 0))
  }

  @Test func longTextIsNoTitle() {
    let text = String(repeating: "river ", count: 80)
    #expect(shares(text, in: text) == (0, 0))
  }
}
