import CZstd
import Foundation
import RecordEncoding
import SystemPackage
import Testing

@testable import Packing

struct PackWriterTests {
  private let fixture = PackFixture()

  /// The content of a frame.
  private func decompress(_ frame: ArraySlice<UInt8>, dictionary: [UInt8] = []) throws -> [UInt8] {
    let context = unsafe ZSTD_createDCtx()
    defer { unsafe _ = ZSTD_freeDCtx(context) }
    let input = Array(frame)
    let size = unsafe input.withUnsafeBytes {
      unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count)
    }
    var output = [UInt8](repeating: 0, count: Int(size))
    let count = unsafe output.withUnsafeMutableBytes { output in
      unsafe input.withUnsafeBytes { input in
        unsafe dictionary.withUnsafeBytes { dictionary in
          unsafe ZSTD_decompress_usingDict(
            context, output.baseAddress, output.count, input.baseAddress, input.count,
            dictionary.baseAddress, dictionary.count)
        }
      }
    }
    try #require(ZSTD_isError(count) == 0)
    return output
  }

  /// The line of a record, found by what the manifest says of it.
  private func line(_ entry: [String: Any], dictionary: [UInt8] = []) throws -> [UInt8] {
    let shard = try fixture.read(try #require(entry["shard"] as? String))
    let start = try #require(entry["frameOffset"] as? Int)
    let end = start + (try #require(entry["frameBytes"] as? Int))
    let content = try decompress(shard[start..<end], dictionary: dictionary)
    let offset = try #require(entry["offset"] as? Int)
    return Array(content[offset..<(offset + (try #require(entry["bytes"] as? Int)))])
  }

  private func sources() throws -> [String] {
    try fixture.manifest().filter { $0["kind"] as? String == "record" }
      .compactMap { $0["source"] as? String }
  }

  private let sevenShards = (1...4).map { "records-00000\($0).jsonl.zst" }

  @Test func manifestTellsWhereEachRecordStands() throws {
    try fixture.pack(0..<7)
    let records = try fixture.manifest().filter { $0["kind"] as? String == "record" }
    #expect(records.count == 7)
    for (number, entry) in records.enumerated() {
      #expect(try line(entry) == PackFixture.line(number) + [10])
      #expect(entry["id"] as? String == "\(number)")
    }
  }

  @Test func shardsKeepToTheirSizeAndAreCounted() throws {
    try fixture.pack(0..<7)
    let shards = try fixture.manifest().filter { $0["kind"] as? String == "shard" }
    #expect(try fixture.names() == ["manifest.jsonl"] + sevenShards)
    #expect(shards.compactMap { $0["name"] as? String } == sevenShards)
    #expect(shards.compactMap { $0["records"] as? Int } == [2, 2, 2, 1])
    #expect(shards.compactMap { $0["failed"] as? Int } == [0, 1, 0, 0])
    for shard in shards {
      let name = try #require(shard["name"] as? String)
      let bytes = try fixture.read(name).count
      #expect(bytes <= 4096)
      #expect(shard["bytes"] as? Int == bytes)
    }
  }

  @Test func folderWithShardsIsNotWrittenUnasked() throws {
    try fixture.pack(0..<2)
    #expect(throws: PackError.notEmpty) { try fixture.pack(2..<4) }
    try fixture.pack(2..<4, resuming: true)
    #expect(try sources() == (0..<4).map { "pages/\($0).html" })
  }

  @Test func secondWriterIsRefused() throws {
    let writer = try fixture.writer()
    #expect(throws: PackError.locked) { try fixture.pack(0..<1) }
    _ = consume writer
    try fixture.pack(0..<1)
  }

  @Test func writerThatIsLetGoLeavesWholeShardsAlone() throws {
    var writer = try fixture.writer()
    for number in 0..<5 { try writer.add(PackFixture.line(number), PackFixture.record(number)) }
    _ = consume writer
    #expect(try sources() == (0..<2).map { "pages/\($0).html" })
    let next = try fixture.writer(resuming: true)
    #expect(next.packedSources == [PackedSource("pages/0.html"), PackedSource("pages/1.html")])
    _ = consume next
    try fixture.pack(2..<7, resuming: true)
    #expect(try fixture.names() == ["manifest.jsonl"] + sevenShards)
    #expect(try sources() == (0..<7).map { "pages/\($0).html" })
  }

  @Test(arguments: [0, 1, 40, 100, 500])
  func manifestCutAnywhereIsGoneOnWith(cut: Int) throws {
    try fixture.pack(0..<6)
    let whole = try fixture.read("manifest.jsonl")
    let secondEnd = try #require(whole.split(separator: 10).dropFirst(6).first?.endIndex)
    // The second shard counts, and of the third any part of the lines was written.
    try fixture.write(
      Array(whole[...secondEnd]) + whole[(secondEnd + 1)...].prefix(cut), to: "manifest.jsonl")
    let writer = try fixture.writer(resuming: true)
    #expect(writer.packedSources.count == 4)
    _ = consume writer
    try fixture.pack(4..<6, resuming: true)
    #expect(try fixture.read("manifest.jsonl") == whole)
  }

  @Test func zerosBehindTheManifestCountForNothing() throws {
    try fixture.pack(0..<4)
    let whole = try fixture.read("manifest.jsonl")
    try fixture.write(whole + [0, 0, 10, 0], to: "manifest.jsonl")
    try fixture.pack(4..<4, resuming: true)
    #expect(try fixture.read("manifest.jsonl") == whole)
  }

  @Test func manifestThatLostShardsIsRefused() throws {
    try fixture.pack(0..<6)
    let head = try #require(try fixture.read("manifest.jsonl").split(separator: 10).first)
    try fixture.write(head + [10], to: "manifest.jsonl")
    #expect(throws: PackError.foreignManifest) { try fixture.pack(0..<6, resuming: true) }
    #expect(try fixture.names().count == 4)
  }

  @Test func foreignFilesAreNotTouched() throws {
    try fixture.pack(0..<2)
    try fixture.write(Array("mine".utf8), to: "manifest.jsonl")
    #expect(throws: PackError.foreignManifest) { try fixture.pack(0..<2, resuming: true) }
    #expect(try fixture.read("manifest.jsonl") == Array("mine".utf8))
    try FileManager.default.removeItem(at: fixture.folder.appending(path: "manifest.jsonl"))
    #expect(throws: PackError.noManifest) { try fixture.pack(0..<2, resuming: true) }
  }

  @Test func shardThatIsGoneOrCutIsTold() throws {
    try fixture.pack(0..<2)
    let shard = try #require(try fixture.names().first { $0.hasSuffix(".zst") })
    let whole = try fixture.read(shard)
    try fixture.write(Array(whole.dropLast()), to: shard)
    #expect(throws: PackError.damagedShard(shard)) { try fixture.pack(0..<3, resuming: true) }
    try FileManager.default.removeItem(at: fixture.folder.appending(path: shard))
    #expect(throws: PackError.damagedShard(shard)) { try fixture.pack(0..<3, resuming: true) }
    try fixture.write(Array(whole), to: shard)
    try fixture.pack(0..<3, resuming: true)
  }

  @Test func dictionaryIsUsedAndNeededAgain() throws {
    let dictionary = PackFixture.line(1)
    var writer = try fixture.writer(dictionary: dictionary)
    for number in [1, 2, 1, 2] {
      try writer.add(PackFixture.line(number), PackFixture.record(number))
    }
    try writer.finish()
    _ = consume writer
    let entry = try #require(try fixture.manifest().dropFirst().first)
    #expect(try line(entry, dictionary: dictionary) == PackFixture.line(1) + [10])
    #expect(throws: PackError.otherDictionary) { try fixture.pack(4..<5, resuming: true) }
  }

  @Test func pagesOfAContainerAreToldApart() throws {
    var writer = try fixture.writer()
    for page in 0..<3 {
      var record = PackFixture.record(1)
      record.source.page = page
      try writer.add(PackFixture.line(page), record)
    }
    try writer.finish()
    _ = consume writer
    let next = try fixture.writer(resuming: true)
    #expect(next.packedSources == Set((0..<3).map { PackedSource("pages/1.html", page: $0) }))
  }

  /// Packs that many records of one container, and its end, into shards of two records.
  private func packContainer(_ count: Int) throws {
    var writer = try fixture.writer()
    for page in 0..<count {
      var record = PackFixture.record(1)
      record.source = PackedSource("crawl.warc", page: page + 1)
      try writer.add(PackFixture.line(page), record)
    }
    try writer.endContainer("crawl.warc")
    try writer.finish()
  }

  private func kinds() throws -> [String] {
    try fixture.manifest().compactMap { $0["kind"] as? String }
  }

  @Test(arguments: [1, 2, 3, 4])
  func endOfAContainerCountsWithItsLastRecord(count: Int) throws {
    try packContainer(count)
    #expect(try kinds().suffix(3) == ["record", "container", "shard"])
    let next = try fixture.writer(resuming: true)
    #expect(next.packedContainers == ["crawl.warc"])
    #expect(next.packedSources.count == count)
    _ = consume next
    try fixture.pack(5..<6, resuming: true)
    #expect(try fixture.writer(resuming: true).packedContainers == ["crawl.warc"])
  }

  @Test func endOfAContainerWhoseShardDoesNotCountCountsForNothing() throws {
    try packContainer(4)
    let lines = try fixture.read("manifest.jsonl").split(separator: 10)
    try fixture.write(Array(lines.dropLast().joined(separator: [10])) + [10], to: "manifest.jsonl")
    let next = try fixture.writer(resuming: true)
    #expect(next.packedContainers.isEmpty)
    #expect(next.packedSources.count == 2)
  }

  @Test func endOfAContainerThatStandsInShardsCountsByItself() throws {
    try packContainer(4)
    // As a version without such lines wrote it.
    let older = try fixture.read("manifest.jsonl").split(separator: 10)
      .filter { !String(decoding: $0, as: UTF8.self).contains("container\"") }
    try fixture.write(Array(older.joined(separator: [10])) + [10], to: "manifest.jsonl")
    var writer = try fixture.writer(resuming: true)
    #expect(writer.packedContainers.isEmpty)
    #expect(writer.packedSources.count == 4)
    try writer.endContainer("crawl.warc")
    try writer.finish()
    _ = consume writer
    #expect(try kinds().suffix(2) == ["shard", "container"])
    #expect(try fixture.writer(resuming: true).packedContainers == ["crawl.warc"])
    try fixture.pack(5..<7, resuming: true)
    #expect(try kinds().suffix(3) == ["record", "record", "shard"])
    #expect(try fixture.writer(resuming: true).packedContainers == ["crawl.warc"])
  }

  @Test func nothingPackedLeavesAManifestOfNothing() throws {
    try fixture.pack(0..<0)
    #expect(try fixture.names() == ["manifest.jsonl"])
    try fixture.pack(0..<1)
    #expect(try sources() == ["pages/0.html"])
  }
}
