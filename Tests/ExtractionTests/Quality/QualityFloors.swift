import Foundation
import TestSupport

/// The quality that a change must not fall under, as `Corpus/floors.json` holds it.
struct QualityFloors: Codable, Equatable {
  /// A hash of every page's source and expectation: floors hold for one corpus only.
  var corpusHash: String
  /// The number of pages.
  var pages: Int
  /// The mean over the pages of the share of words under the right role.
  var meanRoleAccuracy: Double
  /// The mean over the pages of the word F1 of the article.
  var meanArticleF1: Double
  /// The same of the rules alone.
  var meanRuleRoleAccuracy: Double
  /// The same of the rules alone.
  var meanRuleArticleF1: Double
  /// The word F1 of each role over all pages together.
  var roleF1: [String: Double]
  /// For each kind of page the mean over its pages of the share of words under the right role.
  var typeRoleAccuracy: [String: Double]

  /// The floors that hold.
  ///
  /// - Throws: When the file cannot be read.
  static func pinned() throws -> QualityFloors {
    let bytes = try PackageFolder.bytes(of: PackageFolder.corpus + "floors.json")
    return try JSONDecoder().decode(QualityFloors.self, from: Data(bytes))
  }

  /// The hash of the pages: 64-bit FNV-1a over their names, expectations and sources, in that order.
  static func hash(of pages: [CorpusPage]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for page in pages {
      for byte in Array(page.name.utf8) + page.expectation + page.source {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      }
    }
    return String(hash, radix: 16)
  }
}
