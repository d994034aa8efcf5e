import Testing

@testable import Extraction

struct FeatureGroupingTests {
  @Test func everyColumnHasAGroup() {
    let ungrouped = FeatureTable.columnNames.filter { FeatureGrouping.group(of: $0) == nil }
    #expect(ungrouped.isEmpty)
    #expect(FeatureGrouping.groups.count == ProbabilityProbe.columnCount)
  }

  @Test(arguments: [
    ("words", FeatureGroup.shape), ("linkDensity", .linkDensity), ("linkDensity[-2]", .neighbours),
    ("ancestor[3].composite", .textDensity), ("ancestor[0].linkDensity", .linkDensity),
    ("ancestor[1].siblings", .repetition), ("above.nav", .markup), ("hint.caption", .classHints),
    ("mark.contact", .linkDensity), ("mark.images", .markup), ("mark.currencies", .shape),
    ("mark[2].percents", .neighbours), ("page.hint.comment", .page), ("sinceTitle", .position),
    ("repetitions", .repetition), ("row.size", .repetition), ("smoothedLinks", .linkDensity),
    ("smoothedRatio[1]", .textDensity),
  ])
  func columnIsInTheGroupOfWhatItMeasures(_ column: String, _ group: FeatureGroup) {
    #expect(FeatureGrouping.group(of: column) == group)
    #expect(FeatureTable.columnNames.contains(column))
  }

  @Test func typicalBlockIsOfTheColumnsOfToday() {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in FeatureTable.columnNames.map({ $0 + "\n" }).joined().utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    #expect(hash == TypicalBlock.namesHash, "run make model")
    #expect(TypicalBlock.values.count == ProbabilityProbe.columnCount)
    #expect(TypicalBlock.values.allSatisfy { $0.isFinite })
  }
}
