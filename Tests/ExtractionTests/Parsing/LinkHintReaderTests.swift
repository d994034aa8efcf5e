import Testing

@testable import Extraction

@Suite struct LinkHintReaderTests {
  private func hints(_ address: String) -> LinkHints {
    var reader = LinkHintReader()
    return reader.hints(in: Array(address.utf8).span)
  }

  @Test func hostThatComesAgainHintsAtTheSame() {
    let addresses = [
      "https://example.org/tag/river", "https://example.org/2024/05/river-moves-to-the-east",
      "https://facebook.com/share", "https://example.org/login", "/login", "https://example.org",
      "//example.org/tag/river", "https://example.orgs/tag/river",
    ]
    var reader = LinkHintReader()
    for address in addresses + addresses.reversed() {
      #expect(reader.hints(in: Array(address.utf8).span) == hints(address), "\(address)")
    }
  }

  @Test(
    arguments: [
      ("", .fragment), ("#top", .fragment), ("#comments", [.fragment, .comment]),
      ("JavaScript:void(0)", .fragment), (" mailto:a@b.example", .contact), ("tel:+4930", .contact),
      ("/", .shallow), ("/kontakt", .shallow), ("https://a.example/", [.absolute, .shallow]),
      ("/welt/erste-worte-des-neuen-amtes", .slug), ("/a/48113.html", .slug),
      ("/2024/05/x", .dated), ("/1998/x", .dated), ("/x/12024/y", .slug),
      ("/a/b/bild.JPG", .file), ("/a/b?page=2", [.query, .pagination]),
      ("//facebook.com/sharer?u=x", [.absolute, .share, .query, .shallow]),
      ("/tag/rain/x", .category), ("/author/ada/x", .author), ("/privacy/a/b", .legal),
      ("/a/product/b", .product), ("/a/b/newsletter", .newsletter),
      ("/de/docs/intro", .documentation),
    ] as [(String, LinkHints)])
  func addressesHintAtWhereTheyLead(address: String, hints: LinkHints) {
    #expect(self.hints(address) == hints)
  }

  @Test func aYearIsFourDigitsAlone() {
    #expect(!hints("/20245/x/y").contains(.dated))
    #expect(!hints("/a/1776/b").contains(.dated))
  }

  @Test func everyHintHasAName() {
    #expect(LinkHints.names.count == 24)
    #expect(LinkHints.names[LinkHints.promotion.rawValue.trailingZeroBitCount] == "promotion")
  }
}
