import Foundation
import TestSupport
import Testing

@testable import Extraction

struct SharedCorporaTests {
  /// Pages of the set that a test reads, 25 unless `WINNOW_CORPORA_PAGES` says otherwise: all of them
  /// take minutes without optimization.
  private static let pageCount =
    ProcessInfo.processInfo.environment["WINNOW_CORPORA_PAGES"].flatMap { Int($0) } ?? 25

  static var pages: [String] {
    let folder = PackageFolder.sharedCorpora + "/wcxb-dev/html"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".html.gz") }.sorted().prefix(pageCount).map {
      folder + "/" + $0
    }
  }

  @Test(.enabled(if: PackageFolder.hasSharedCorpora, "set WINNOW_CORPORA to the folder of corpora"))
  func treesOfPagesFromTheWebAreWellFormed() throws {
    for path in Self.pages {
      let page = try ParsedPage(try PackageFolder.decompressedBytes(of: path))
      #expect(page.tree.violations.isEmpty, "\(path)")
      var table = FeatureTable()
      table.compute(page.tree, page.features, blocks: page.tree.blocks.indices)
      #expect(table.values.allSatisfy { $0.isFinite }, "\(path)")
    }
  }
}
