import Testing

@testable import Extraction

/// What is computed for a part of a page at a time is what is computed for all of it at once.
struct PageExtentTests {
  /// A page of more blocks than two parts have, of many kinds, whose title stands in the second.
  private static let markup: String = {
    var markup = "<title>The river moved past the mill</title><main>"
    for number in 0..<3200 {
      let words = String(repeating: "some words, \(number) of them. ", count: number * 7 % 23)
      markup += number % 400 == 390 ? "<h2>Chapter \(number)</h2>" : ""
      markup += number == 2400 ? "<h1>The river moved past the mill</h1>" : ""
      markup += "<div class='\(["card", "teaser", "comment", "text"][number / 40 % 4])'>"
      markup += "<p>\(words)→ \(number) %</p><img src=a>"
      markup += "<ul><li><a href='/tag/\(number)'>Entry \(number % 50)</a></li></ul>"
      markup += number % 9 == 0 ? "<p>By Ann One, <time>\(number % 28) May</time></p>" : ""
      markup += "</div>"
    }
    return markup + "</main>"
  }()

  @Test func partsOfALongPageAreScoredAsTheWhole() throws {
    let page = try ParsedPage(Self.markup)
    try #require(page.tree.blocks.count > 6000)
    try #require(page.features.page.firstTitleMatch > 4096)
    var parts = PageFeatures()
    parts.compute(page.tree, declarations: page.builder.declarations, extent: .parts)
    var whole = FittedScorer()
    var partly = FittedScorer()
    let chosen = whole.score(page.tree, page.features, keepsRoles: true)
    #expect(partly.score(page.tree, parts, keepsRoles: true) == chosen)
    #expect(partly.probabilities == whole.probabilities)
    #expect(partly.roleProbabilities == whole.roleProbabilities)
    #expect(partly.pageType?.type == whole.pageType?.type)
    #expect(partly.pageType?.probability == whole.pageType?.probability)
    #expect(Set(whole.probabilities).count > 500)
  }

  @Test func codesOfAPartAreThoseOfTheWhole() throws {
    let page = try ParsedPage(Self.markup)
    var near = PageFeatures()
    near.compute(page.tree, declarations: page.builder.declarations, extent: .parts)
    for blocks in [0..<300, 4090..<4400, 6000..<page.tree.blocks.count] {
      near.load(CodeTiles.near(blocks, of: page.tree.blocks.count), of: page.tree)
      var part = PartFeatures()
      var tiles = CodeTiles()
      part.compute(page.tree, page.features, blocks: blocks)
      tiles.fill(part, page.tree, page.features)
      var nearTiles = CodeTiles()
      part.compute(page.tree, near, blocks: blocks)
      nearTiles.fill(part, page.tree, near)
      #expect(nearTiles.pageCodes == tiles.pageCodes)
      let wrong = (0..<ModelColumns.count).filter { slot in
        (0..<blocks.count).contains { nearTiles[slot, $0] != tiles[slot, $0] }
      }
      #expect(wrong.map { ModelColumns.column(ofSlot: $0) } == [])
    }
  }

  @Test func labelsOfPartsAreThoseOfTheWhole() throws {
    let page = try ParsedPage(Self.markup)
    for extent in [PageExtent.parts, .rules] {
      var features = PageFeatures()
      features.compute(page.tree, declarations: page.builder.declarations, extent: extent)
      var labeller = PageLabeller()
      let (labels, expected) =
        extent == .rules
        ? (
          labeller.ruleLabels(page.tree, features), labeller.ruleLabels(page.tree, page.features)
        ) : (labeller.labels(page.tree, features), labeller.labels(page.tree, page.features))
      #expect(labels.roles == expected.roles)
      #expect(labels.scores == expected.scores)
      #expect(labels.confidence == expected.confidence)
    }
  }

  @Test func labelsOfLinesAreThoseOfTheWhole() {
    let lines = (0..<200).map { number in
      number % 3 == 0 ? "Line \(number) is a sentence that goes on." : "Menu \(number % 7)"
    }
    var builder = BlockTreeBuilder()
    builder.begin(nodeLimit: 10_000, depthLimit: 100)
    PlainTextReader.read(Array(lines.joined(separator: "\n\n").utf8).span, into: &builder)
    let labels = [PageExtent.whole, .lines].map { extent in
      var features = PageFeatures()
      features.compute(builder.tree, declarations: builder.declarations, extent: extent)
      return PageLabeller().textLabels(builder.tree, features)
    }
    #expect(labels[0].roles == labels[1].roles)
    #expect(labels[0].confidence == labels[1].confidence)
    #expect(Set(labels[0].roles).count > 1)
  }

  @Test func partsHoldNoValuesOfAllBlocks() throws {
    let page = try ParsedPage(Self.markup)
    let count = page.tree.blocks.count
    var features = PageFeatures()
    features.compute(page.tree, declarations: page.builder.declarations, extent: .parts)
    features.load(0..<100, of: page.tree)
    let held = [
      features.statistics.count, features.titleShares.count, features.wordsBefore.count,
      features.longBlockAfter.count, features.smoothed.values[0].count,
    ]
    #expect(held.allSatisfy { $0 < 400 })
    features.dropAllButRecord()
    #expect(features.wordsBefore.isEmpty && features.links.cards.isEmpty)
    features.restoreStatistics(page.tree)
    #expect(features.statistics.map(\.textHash) == page.features.statistics.map(\.textHash))
    #expect(features.statistics.count == count)
  }
}
