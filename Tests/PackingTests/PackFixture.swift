import Foundation
import RecordEncoding
import SystemPackage

@testable import Packing

/// A folder for shards, which goes with the test.
final class PackFixture {
  let folder: URL

  init() {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A writer with a frame for each two of the lines that ``pack(_:resuming:dictionary:)`` adds.
  func writer(
    resuming: Bool = false, shardByteCount: Int = 4096, dictionary: [UInt8] = []
  ) throws(PackError) -> PackWriter {
    var options = PackOptions(shardByteCount: shardByteCount, level: 3)
    options.frameByteCount = 3000
    options.dictionary = dictionary
    return try PackWriter(into: FilePath(folder.path), options: options, isResuming: resuming)
  }

  /// Packs a line for each number, some 2,000 bytes that do not compress.
  func pack(_ numbers: Range<Int>, resuming: Bool = false) throws {
    var writer = try writer(resuming: resuming)
    for number in numbers { try writer.add(Self.line(number), Self.record(number)) }
    try writer.finish()
  }

  static func line(_ number: Int) -> [UInt8] {
    var state = UInt64(number) &+ 1
    let noise = (0..<1950).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(ascii: "0") + UInt8(truncatingIfNeeded: state >> 58)
    }
    return Array("{\"id\":\(number),\"noise\":\"".utf8) + noise.map { $0 == 92 ? 35 : $0 }
      + Array("\"}".utf8)
  }

  static func record(_ number: Int) -> PackedRecord {
    PackedRecord(
      source: PackedSource("pages/\(number).html"), id: "\(number)",
      status: number == 3 ? "failed" : "ok",
      sha256: "")
  }

  /// The names in the folder, sorted.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }

  /// The objects of the manifest.
  func manifest() throws -> [[String: Any]] {
    try read("manifest.jsonl").split(separator: 10).map {
      try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any] ?? [:]
    }
  }
}
