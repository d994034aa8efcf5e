import Testing

@testable import Extraction

struct MarkupSignsTests {
  @Test(arguments: [
    "Tom went <em>home</em>", "home</em> at last", "a <!-- b", "Tom &amp; Ann", "caf&eacute;",
    "&#8217;", "&#x2019;",
  ])
  func fragmentHasTagsOrReferences(_ text: String) {
    let isHeld = MarkupSigns.areHeld(by: Array(text.utf8).span)
    #expect(isHeld)
  }

  @Test(arguments: [
    "", "Tom went home.", "1 < 2 & 3 > 2", "<3 you & me", "a & b;", "&#;", "<", "&", "</",
  ])
  func plainTextHasNone(_ text: String) {
    let isHeld = MarkupSigns.areHeld(by: Array(text.utf8).span)
    #expect(!isHeld)
  }

  @Test(arguments: [
    ("Tom &amp; Ann went <em>home</em> at last.", true, "text/html"),
    ("Tom &amp; Ann went <em>home</em> at last.", false, "text/plain"),
    ("Tom went home at last.", true, "text/plain"),
  ])
  func fragmentThatIsCalledHTMLIsHTML(
    _ text: String, isDeclared: Bool, mediaType: String
  ) throws {
    var decoder = PageDecoder()
    var found = ""
    try decoder.withText(
      of: Array(text.utf8).span, context: PageContext(isDeclaredHTML: isDeclared)
    ) { _, decoded in found = decoded.mediaType }
    #expect(found == mediaType)
  }
}
