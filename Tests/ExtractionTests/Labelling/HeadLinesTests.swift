import Testing

@testable import Extraction

struct HeadLinesTests {
  private static let prose =
    "The river moves east past the old town, as it has done for longer than anyone there can tell."

  private func roles(_ lines: [String], class name: String = "x") throws -> [Role] {
    let paragraphs = lines.map { "<p class=\"\($0 == lines[0] ? name : "x")\">\($0)</p>" }.joined()
    let page = try ParsedPage("<html><body>\(paragraphs)</body></html>")
    var roles = page.tree.blocks.map { _ in Role.article }
    HeadLines.relabel(&roles, page.tree, page.features)
    return roles
  }

  @Test(
    arguments: [
      "Posted on June 3, 2019 by Pieter van Aalst | 3 comments", "By Ann Lee and Bob Ray",
      "Publié le 21 avril 2024 à 18h05", "4 March 2025",
    ])
  func lineOfAnAuthorOrADateAboveTheTextIsTheByline(line: String) throws {
    #expect(try roles([line, Self.prose, Self.prose]) == [.byline, .article, .article])
    // Below the first paragraph it may be what the text tells.
    #expect(try roles([Self.prose, line]) == [.article, .article])
  }

  @Test(
    arguments: [
      "Villages to see in winter", "By chance", "On 4 March 2025 they met.",
      "Of the 3 locks 2 are shut",
    ])
  func lineOfTheTextStays(line: String) throws {
    #expect(try roles([line, Self.prose, Self.prose]) == [.article, .article, .article])
  }

  @Test func lineMarkedAsBylineIsOne() throws {
    #expect(
      try roles(["Hollis Marsh", Self.prose, Self.prose, Self.prose], class: "author").first
        == .byline)
  }

  @Test func linesOfAVerseStayTogether() throws {
    let page = try ParsedPage(
      "<div>a b c d<br>e f g h<br>i j k l<br>m n o p<br>q r</div><p>s</p><div>a<br>b</div>")
    let words = page.features.statistics.map(\.words)
    var kept = [true, true, true, true, false, false, true, false]
    VerseLines.complete(&kept, page.tree, words: words)
    #expect(kept == [true, true, true, true, true, false, true, false])
    var few = [true, true, false, false, false, false, true, false]
    VerseLines.complete(&few, page.tree, words: words)
    #expect(few == [true, true, false, false, false, false, true, false])
  }
}
