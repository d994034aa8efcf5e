import Testing

@testable import Extraction

/// The formulae of Sun, Song, Liao (SIGIR 2011), worked out by hand for a small page.
struct TextDensityTests {
  /// 40 characters; then 10 and 10 of anchor text; then two items of 8 characters of anchor text.
  private static let markup = """
    <html><body><div><p>\(String(repeating: "abcd", count: 10))</p><p>abcdefghij<a>abcdefghij</a></p>\
    </div><ul><li><a>abcdefgh</a></li><li><a>abcdefgh</a></li></ul></body></html>
    """

  private let page: ParsedPage

  init() throws { page = try ParsedPage(Self.markup) }

  @Test(arguments: [
    (ElementName.p, 0, 40, 0, 0, 0), (.p, 1, 20, 10, 1, 1), (.div, 0, 60, 10, 3, 1),
    (.li, 0, 8, 8, 1, 1), (.ul, 0, 16, 16, 4, 2), (.body, 0, 76, 26, 9, 3),
    (.html, 0, 76, 26, 10, 3),
  ])
  func countsAreThoseOfTheSubtree(
    name: ElementName, place: Int, characters: UInt32, linkCharacters: UInt32, tags: UInt32,
    linkTags: UInt32
  ) {
    let node = page.nodes(name)[place]
    #expect(page.features.counts.characters[node] == characters)
    #expect(page.features.counts.linkCharacters[node] == linkCharacters)
    #expect(page.features.counts.tags[node] == tags)
    #expect(page.features.counts.linkTags[node] == linkTags)
  }

  /// (C/T) · ln(C·T / (LC·LT)) / ln(ln(C·LC/¬LC + C·LCb/Cb + e)) with LCb = 26 and Cb = 76.
  @Test(arguments: [
    (ElementName.p, 0, 140.5774), (.p, 1, 11.36514), (.div, 0, 45.50298), (.li, 0, 0),
    (.ul, 0, 1.613290), (.body, 0, 12.72780), (.html, 0, 12.01088),
  ])
  func compositeDensityFollowsTheFormula(name: ElementName, place: Int, density: Float) {
    let found = page.features.density.composite[page.nodes(name)[place]]
    #expect(abs(found - density) <= density * 0.0001)
  }

  /// The children's composite densities, and l · ln l / ln(ln(l·LCb/Cb + e)) for loose text.
  @Test(arguments: [
    (ElementName.p, 0, 143.4382), (.p, 1, 73.57676), (.div, 0, 151.9425), (.li, 0, 31.47093),
    (.ul, 0, 0), (.body, 0, 47.11627), (.html, 0, 12.72780),
  ])
  func densitySumFollowsTheFormula(name: ElementName, place: Int, sum: Float) {
    let found = page.features.density.sums[page.nodes(name)[place]]
    #expect(abs(found - sum) <= max(sum, 1) * 0.0001)
  }

  @Test func thresholdIsTheSmallestDensityAboveTheLargestSum() throws {
    let density = page.features.density
    #expect(density.anchor == page.nodes(.div)[0])
    #expect(density.threshold == density.composite[try #require(page.nodes(.html).first)])
  }

  @Test func everyDenseSubtreeIsMarked() {
    #expect(page.features.density.isMarked == [true, true, false, false])
  }

  @Test func denseTextOutsideTheBestSubtreeIsMarkedToo() throws {
    let prose = String(repeating: "many plain words in a row ", count: 12)
    let links = String(repeating: "<li><a href=/>one link</a></li>", count: 12)
    let page = try ParsedPage(
      "<div><p>\(prose)<p>\(prose)<p>\(prose)</div><ul>\(links)</ul><section><p>\(prose)</section>")
    let marks = page.features.density.isMarked
    #expect(marks.prefix(3).allSatisfy { $0 })
    #expect(marks.dropFirst(3).prefix(12).allSatisfy { !$0 })
    #expect(marks.last == true)
  }

  @Test func densitiesOfAPageOfManyMegabytesAreFinite() throws {
    var tree = try ParsedPage("<p>long</p><p>ab</p>").tree
    tree.blocks[0].characters = 60_000_000
    var counts = TreeCounts()
    counts.count(tree)
    var density = TextDensity()
    density.compute(tree, counts: counts)
    #expect(density.sums.allSatisfy { $0.isFinite && $0 >= 0 })
    #expect(density.composite.allSatisfy { $0.isFinite && $0 >= 0 })
  }

  @Test func pageWithoutTextHasNoMarks() throws {
    let density = try ParsedPage("<div><p></p></div>").features.density
    #expect(density.isMarked.isEmpty)
    #expect(density.composite.allSatisfy { $0 == 0 })
  }
}
