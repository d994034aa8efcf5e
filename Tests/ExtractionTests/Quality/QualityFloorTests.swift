import Evaluation
import Foundation
import TestSupport
import Testing

@testable import Extraction

struct QualityFloorTests {
  private static let floors: QualityFloors? = {
    let bytes = try? PackageFolder.bytes(of: PackageFolder.corpus + "floors.json")
    return bytes.flatMap { try? JSONDecoder().decode(QualityFloors.self, from: Data($0)) }
  }()

  private static let fitted = CorpusPage.all.map { $0.benchmark(usesModel: true) }

  @Test func corpusIsTheOneThatTheFloorsArePinnedTo() throws {
    let floors = try #require(Self.floors)
    var hash = CorpusHash()
    for page in CorpusPage.all {
      hash.combine(page.name.utf8)
      hash.combine(page.expectation)
      hash.combine(page.source)
    }
    #expect(hash.text == floors.corpusHash, "the corpus changed: run update-floors.py")
    #expect(CorpusPage.all.count == floors.pages)
  }

  @Test func qualityStaysOverTheFloorsOfTheCorpus() throws {
    let floors = try #require(Self.floors)
    #expect(floors.model.count > 20)
    #expect(
      QualityFloors.fallen(QualityFloors.measure(Self.fitted), under: floors.model).isEmpty)
  }

  @Test func qualityOfTheRulesStaysOverTheirFloors() throws {
    let floors = try #require(Self.floors)
    let pages = CorpusPage.all.map { $0.benchmark(usesModel: false) }
    #expect(floors.rules.count > 15)
    #expect(QualityFloors.fallen(QualityFloors.measure(pages), under: floors.rules).isEmpty)
  }

  @Test func everyPageKeepsSomeOfItsRoles() {
    // The worst page of the corpus is over it; a page under it is read as something else altogether.
    let lost = Self.fitted.filter { ($0.score.roleAccuracy ?? 0) < 0.25 }
    #expect(lost.map(\.id).isEmpty)
  }

  @Test func rulesFindAPageThatWaitsForItsScriptsEmpty() throws {
    let page = try #require(CorpusPage.all.first { $0.name == "empty--spa-shell" })
    var options = ExtractionOptions()
    options.usesModel = false
    let source = SourceDescription(name: page.name, byteCount: page.source.count, sha256: "")
    let record = Extractor(options: options).record(
      of: page.source.span, id: page.name, source: source)
    #expect(record.status == .empty)
    #expect(record.reason == .noContent)
    #expect(record.text.isEmpty)
  }
}
