import TestSupport
import Testing

@testable import Extraction

/// The trees are fitted on the numbers of the feature table and pass through codes: both must say the same.
struct CodeTilesTests {
  /// One page in so many: all of them take a minute without optimization.
  private static let step = 8

  private static var pages: [CorpusPage] {
    stride(from: 0, to: CorpusPage.all.count, by: step).map { CorpusPage.all[$0] }
  }

  @Test(arguments: pages)
  func codesAreThoseOfTheFeatureTable(_ page: CorpusPage) throws {
    let parsed = try ParsedPage(page.source)
    try expectSameCodes(parsed, parts: [parsed.tree.blocks.indices])
  }

  @Test func partsOfAPageSeeTheBlocksBeyondTheirEnds() throws {
    let cards = (0..<40).map { number in
      """
      <section class=card><h3><a href=/stories/\(number)>Story \(number)</a></h3>
      <p>\(String(repeating: "Some words, and more. ", count: number))</p></section>
      """
    }
    let parsed = try ParsedPage("<main>\(cards.joined())</main>")
    let count = parsed.tree.blocks.count
    try #require(count > 70)
    try expectSameCodes(parsed, parts: [0..<3, 3..<68, 68..<count])
  }

  @Test func everyProcessorAddsUpTheSame() throws {
    let page = try #require(CorpusPage.all.first)
    let parsed = try ParsedPage(page.source)
    var part = PartFeatures()
    var tiles = CodeTiles()
    part.compute(parsed.tree, parsed.features, blocks: parsed.tree.blocks.indices)
    tiles.fill(part, parsed.tree, parsed.features)
    var sums: [[Float]] = []
    for isPortable in [false, true] {
      var trees = TreeEnsemble.role
      trees.isPortable = isPortable
      let roles = 0..<trees.classCount
      sums.append([])
      unsafe trees.forEachSums(of: tiles) { sum, stride in
        for role in roles { unsafe sums[sums.count - 1].append(sum[role * stride]) }
      }
    }
    #expect(sums[0] == sums[1])
    // Sums that are all alike would make the comparison worth nothing.
    #expect(Set(sums[0]).count > parsed.tree.blocks.count)
  }

  @Test func everyProcessorCodesTheSame() throws {
    let scale = try #require(
      (0..<FeatureLayout.Scales.count).map { ValueScale($0) }
        .max { $0.code(.infinity) < $1.code(.infinity) })
    let values = (0..<101).map { Float($0 * 37 % 101) - 20 } + [.nan, .infinity, -.infinity, -0.0]
    // Values are coded 32 at a time, and the rest together or one by one.
    for count in 0..<values.count {
      let codes = [false, true].map { isPortable in
        var codes = [UInt8](repeating: 255, count: count + 1)
        unsafe values.withUnsafeBufferPointer { values in
          unsafe codes.withUnsafeMutableBufferPointer { codes in
            guard let source = values.baseAddress, let target = codes.baseAddress else { return }
            unsafe scale.code(
              source + values.count - count, count: count, to: target, isPortable: isPortable)
          }
        }
        return codes
      }
      #expect(codes[0] == codes[1])
      // One by one, each is coded without vectors.
      #expect(codes[0].dropLast() == values.suffix(count).map(scale.code)[...])
      #expect(codes[0].last == 255)
    }
    #expect(Set(values.map(scale.code)).count > 10)
    #expect(scale.code(-.infinity) == 0)
    #expect(scale.code(.nan) == 0)
  }

  private func expectSameCodes(_ page: ParsedPage, parts: [Range<Int>]) throws {
    var table = FeatureTable()
    table.compute(page.tree, page.features, blocks: page.tree.blocks.indices)
    let tableColumns = 0..<FeatureTable.columnCount
    var part = PartFeatures()
    var tiles = CodeTiles()
    for blocks in parts {
      part.compute(page.tree, page.features, blocks: blocks)
      tiles.fill(part, page.tree, page.features)
      for (row, block) in blocks.enumerated() {
        let start = block * FeatureTable.columnCount
        let values = Array(table.values[start..<(start + FeatureTable.columnCount)])
        let wrong = (0..<ModelColumns.count).filter { slot in
          let column = ModelColumns.column(ofSlot: slot)
          return tableColumns.contains(column)
            && tiles[slot, row] != values.code(ofColumn: column)
        }
        #expect(wrong.map { FeatureLayout.columns[ModelColumns.column(ofSlot: $0)].name } == [])
      }
      let pageValues = Array(table.values.prefix(FeatureTable.columnCount))
      for slot in 0..<ModelColumns.pageCount {
        let column = ModelColumns.column(ofPageSlot: slot)
        guard tableColumns.contains(column) else { continue }
        #expect(tiles.pageCodes[slot] == pageValues.code(ofColumn: column))
      }
    }
  }
}
