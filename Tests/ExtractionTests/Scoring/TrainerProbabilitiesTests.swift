private import Glibc
import SystemPackage
import Testing

@testable import Extraction

/// The inference is ours, the trees are the trainer's: both must give the same probabilities.
@Suite struct TrainerProbabilitiesTests {
  private static let tolerance: Float = 1e-5

  @Test func inferenceGivesTheTrainersProbabilities() throws {
    let fixture = try Self.fixture()
    let rows = try #require(fixture["rows"]?.numbers)
    let width = FeatureTable.columnCount + ContextTable.columnCount
    let rowCount = rows.count / width
    #expect(rowCount >= 50)
    var tiles = ColumnTiles()
    tiles.reset(rowCount: rowCount)
    for (column, slot) in ModelColumns.slots.enumerated() where slot >= 0 {
      for row in 0..<rowCount {
        tiles.set(slot: Int(slot), row: row, to: rows[row * width + column])
      }
    }
    var main = [Float](repeating: 0, count: rowCount)
    TreeEnsemble.main.add(tiles, classes: 1, to: &main)
    var roles = [Float](repeating: 0, count: rowCount * Role.allCases.count)
    TreeEnsemble.role.add(tiles, classes: Role.allCases.count, to: &roles)
    FittedScorer.softmax(&roles, classes: Role.allCases.count)
    try expect(
      main.map { Float(1 / (1 + exp(-Double($0)))) }, equals: #require(fixture["main"]?.numbers))
    try expect(roles, equals: #require(fixture["roles"]?.numbers))
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
