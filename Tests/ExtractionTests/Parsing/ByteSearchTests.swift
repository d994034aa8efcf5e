import Testing

@testable import Extraction

struct ByteSearchTests {
  @Test(arguments: [
    ("post-author-name", "author", true), ("aauthor", "author", true), ("autho", "author", false),
    ("auauthor", "author", true), ("author", "author", true), ("", "author", false),
    ("author", "", true), ("", "", true), ("žádný byline", "ný", true), ("nýn", "n\u{fd}", true),
    ("Author", "author", false), ("auth auth or", "author", false),
  ])
  func textHoldsAnotherByteForByte(text: String, part: String, isHeld: Bool) {
    #expect(text.holds(part) == isHeld)
  }
}
