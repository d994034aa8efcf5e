private import Glibc
import SystemPackage
import Testing

@testable import Extraction

/// The inference is ours, the trees are the trainer's: both must give the same probabilities.
@Suite struct TrainerProbabilitiesTests {
  /// Leaves are rounded to a sixteenth bit of the largest sum of a run of trees, some 0.0002 each.
  private static let tolerance: Float = 2e-3

  @Test func inferenceGivesTheTrainersProbabilities() throws {
    let fixture = try Self.fixture()
    let width = FeatureTable.columnCount + FeatureLayout.contextColumns.count
    let rows = try #require(fixture["rows"]?.numbers).chunks(ofCount: width)
    #expect(rows.count >= 50)
    var main: [Float] = []
    var roles: [Float] = []
    var mainTrees = TreeEnsemble.main
    var roleTrees = TreeEnsemble.role
    // Rows of one tile are of one page, and these are of many.
    for row in rows {
      let tiles = Self.tiles(of: row)
      unsafe mainTrees.forEachSums(of: tiles) { sum, _ in
        unsafe main.append(Float(1 / (1 + exp(-Double(sum.pointee)))))
      }
      unsafe roleTrees.forEachSums(of: tiles) { sum, stride in
        for role in 0..<Role.allCases.count { unsafe roles.append(sum[role * stride]) }
      }
    }
    Softmax.apply(to: &roles, classes: Role.allCases.count)
    try expect(main, equals: #require(fixture["main"]?.numbers))
    try expect(roles, equals: #require(fixture["roles"]?.numbers))
  }

  private static func tiles(of row: [Float]) -> CodeTiles {
    var tiles = CodeTiles()
    tiles.reset(rowCount: 1)
    for slot in 0..<ModelColumns.count {
      tiles[slot, 0] = row.code(ofColumn: ModelColumns.column(ofSlot: slot))
    }
    for slot in 0..<ModelColumns.pageCount {
      tiles.pageCodes[slot] = row.code(ofColumn: ModelColumns.column(ofPageSlot: slot))
    }
    return tiles
  }

  private func expect(_ got: [Float], equals wanted: [Float]) throws {
    try #require(got.count == wanted.count)
    let largest = zip(got, wanted).map { abs($0 - $1) }.max() ?? 0
    #expect(largest <= Self.tolerance)
  }

  private static func fixture() throws -> JSONValue {
    let path = FilePath(#filePath).removingLastComponent().appending("TrainerProbabilities.json")
    let descriptor = try FileDescriptor.open(path, .readOnly)
    defer { try? descriptor.close() }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try unsafe buffer.withUnsafeMutableBytes { unsafe try descriptor.read(into: $0) }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return try #require(JSONReader.value(in: String(decoding: bytes, as: UTF8.self)))
  }
}

extension JSONValue {
  /// The numbers of an array, or of an array of arrays, one after another.
  fileprivate var numbers: [Float] {
    switch self {
    case .number(let text): Float(text).map { [$0] } ?? []
    case .array(let values): values.flatMap(\.numbers)
    default: []
    }
  }
}

extension [Float] {
  /// The runs of so many numbers each.
  fileprivate func chunks(ofCount size: Int) -> [[Float]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
