import TestSupport
import Testing

@testable import Extraction

struct FeatureTableTests {
  @Test func columnsHaveNamesOfTheirOwn() {
    #expect(Set(FeatureTable.columnNames).count == FeatureTable.columnCount)
    #expect(FeatureTable.columnNames.allSatisfy { !$0.isEmpty })
  }

  @Test(arguments: CorpusPage.all)
  func everyValueOfEveryPageIsFinite(_ page: CorpusPage) throws {
    let parsed = try ParsedPage(page.source)
    var table = FeatureTable()
    table.compute(parsed.tree, parsed.features, blocks: parsed.tree.blocks.indices)
    #expect(table.values.count == parsed.tree.blocks.count * FeatureTable.columnCount)
    let faults = table.values.indices.filter { !table.values[$0].isFinite }
    #expect(faults.map { FeatureTable.columnNames[$0 % FeatureTable.columnCount] }.isEmpty)
  }

  @Test func valuesStandUnderTheirNames() throws {
    let page = try ParsedPage(
      "<title>River moves</title><h1>River moves</h1><nav class=menu><a href=/>Home</a></nav><p>a b."
    )
    var table = FeatureTable()
    table.compute(page.tree, page.features, blocks: page.tree.blocks.indices)
    func value(_ name: String, _ block: Int) throws -> Float {
      let column = try #require(FeatureTable.columnNames.firstIndex(of: name))
      return table.values[block * FeatureTable.columnCount + column]
    }
    #expect(try value("words", 0) == 2)
    #expect(try value("titleShare", 0) == 1)
    #expect(try value("kind", 0) == 1)
    #expect(try value("linkDensity", 1) == 1)
    #expect(try value("above.nav", 1) == 1)
    #expect(try value("above.nav", 2) == 31)
    #expect(try value("hint.navigation", 1) == 1)
    #expect(try value("endsSentence", 2) == 1)
    #expect(try value("headingDistance", 2) == 2)
    #expect(try value("linkDensity[-1]", 2) == 1)
    #expect(try value("words[1]", 2) == -1)
    #expect(try value("page.blocks", 2) == 3)
  }

  @Test func featuresOfAPageDoNotDependOnThePageBefore() throws {
    let pages = CorpusPage.all.prefix(3)
    let first = try #require(pages.first)
    let extractor = Extractor()
    let fresh = extractor.features(of: first.source.span)
    for page in pages { _ = extractor.features(of: page.source.span) }
    #expect(extractor.features(of: first.source.span).values == fresh.values)
    #expect(fresh.texts.count * BlockFeatures.columnNames.count == fresh.values.count)
  }
}
