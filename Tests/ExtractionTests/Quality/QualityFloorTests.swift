import Foundation
import TestSupport
import Testing

@testable import Extraction

struct QualityFloorTests {
  /// The file that `Scripts/update-floors.py` has the measured figures written to.
  private static let report = ProcessInfo.processInfo.environment["WINNOW_MEASURED_FLOORS"]

  @Test func qualityStaysOverTheFloorsOfTheCorpus() throws {
    let pages = CorpusPage.all
    let fitted = pages.map { Self.agreement($0, usesModel: true) }
    let rules = pages.map { Self.agreement($0, usesModel: false) }
    let measured = QualityFloors(
      corpusHash: QualityFloors.hash(of: pages), pages: pages.count,
      meanRoleAccuracy: Self.mean(fitted.map(\.accuracy)),
      meanArticleF1: Self.mean(fitted.map(\.articleF1)),
      meanRuleRoleAccuracy: Self.mean(rules.map(\.accuracy)),
      meanRuleArticleF1: Self.mean(rules.map(\.articleF1)), roleF1: Self.roleF1(fitted),
      typeRoleAccuracy: Self.typeAccuracy(zip(pages, fitted).map { ($0.expected.pageType, $1) }))
    if let report = Self.report {
      try JSONEncoder().encode(measured).write(to: URL(filePath: report))
      return
    }
    let floors = try QualityFloors.pinned()
    #expect(measured.corpusHash == floors.corpusHash, "the corpus changed: run update-floors.py")
    #expect(measured.pages == floors.pages)
    #expect(measured.meanRoleAccuracy >= floors.meanRoleAccuracy)
    #expect(measured.meanArticleF1 >= floors.meanArticleF1)
    #expect(measured.meanRuleRoleAccuracy >= floors.meanRuleRoleAccuracy)
    #expect(measured.meanRuleArticleF1 >= floors.meanRuleArticleF1)
    #expect(Self.fallen(measured.roleF1, under: floors.roleF1).isEmpty)
    #expect(Self.fallen(measured.typeRoleAccuracy, under: floors.typeRoleAccuracy).isEmpty)
  }

  @Test(arguments: CorpusPage.all)
  func everyPageKeepsSomeOfItsRoles(_ page: CorpusPage) {
    // The worst page of the corpus is over it; a page under it is read as something else altogether.
    #expect(Self.agreement(page, usesModel: true).accuracy >= 0.25)
  }

  @Test func rulesFindAPageThatWaitsForItsScriptsEmpty() throws {
    let page = try #require(CorpusPage.all.first { $0.name == "empty--spa-shell" })
    let record = Self.record(page, usesModel: false)
    #expect(record.status == .empty)
    #expect(record.reason == .noContent)
    #expect(record.text.isEmpty)
  }

  @Test func agreementCountsWordsByRole() {
    let expected = [
      ExpectedBlock(role: "article", text: "one two three"),
      ExpectedBlock(role: "title", text: "four"),
    ]
    let found = [
      ExpectedBlock(role: "article", text: "one two"), ExpectedBlock(role: "article", text: "four"),
    ]
    let agreement = RoleAgreement(expected: expected, found: found)
    #expect(agreement.accuracy == 0.5)
    #expect(abs(agreement.articleF1 - 2.0 / 3.0) < 0.0001)
    #expect(RoleAgreement(expected: expected, found: expected).accuracy == 1)
  }

  @Test func figureUnderItsFloorIsNamed() {
    let floors = ["title": 0.8, "ticker": 0.5]
    #expect(Self.fallen(["title": 0.8, "ticker": 0.6], under: floors).isEmpty)
    #expect(Self.fallen(["title": 0.79, "ticker": 0.6], under: floors) == ["title"])
    #expect(Self.fallen(["title": 0.8], under: floors) == ["ticker"])
  }

  /// The names whose figure is under its floor, or missing.
  private static func fallen(
    _ figures: [String: Double], under floors: [String: Double]
  ) -> [String] {
    floors.filter { figures[$0.key, default: -1] < $0.value }.map(\.key).sorted()
  }

  private static func roleF1(_ agreements: [RoleAgreement]) -> [String: Double] {
    var sums: [String: RoleAgreement.Counts] = [:]
    for (role, counts) in agreements.flatMap(\.counts) {
      sums[role, default: .init()].expected += counts.expected
      sums[role, default: .init()].found += counts.found
      sums[role, default: .init()].right += counts.right
    }
    return sums.mapValues(\.f1)
  }

  private static func typeAccuracy(_ pages: [(String, RoleAgreement)]) -> [String: Double] {
    Dictionary(grouping: pages, by: \.0).mapValues { mean($0.map(\.1.accuracy)) }
  }

  private static func record(_ page: CorpusPage, usesModel: Bool) -> Record {
    var options = ExtractionOptions()
    options.roles = Set(Role.allCases)
    options.usesModel = usesModel
    let source = SourceDescription(name: page.name, byteCount: page.source.count, sha256: "")
    return Extractor(options: options).record(of: page.source.span, id: page.name, source: source)
  }

  private static func agreement(_ page: CorpusPage, usesModel: Bool) -> RoleAgreement {
    let found = record(page, usesModel: usesModel).blocks.map {
      ExpectedBlock(role: $0.role.name, text: $0.text)
    }
    return RoleAgreement(expected: page.expected.blocks, found: found)
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(max(values.count, 1))
  }
}
