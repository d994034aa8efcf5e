import Extraction
import Foundation
import Operation
import Packing
import Testing

struct PackVerificationTests {
  private let packed: PackedFolder

  init() throws { packed = try PackedFolder() }

  private func lines() throws -> [String] { try Verified(packed.path).lines }

  @Test func wholeFolderHasNoFault() throws {
    let result = try Verified(packed.path)
    #expect(result.lines == [])
    #expect(result.tally.files == 2)
    #expect(result.tally.records == 6)
    #expect(result.tally.compared == 6)
    #expect(result.tally.matched == 6)
  }

  @Test func flippedByteOfAFrameIsFound() throws {
    try packed.flip(PackedFolder.shards[0], at: 40)
    let lines = try lines()
    #expect(lines.first == "records-000001.jsonl.zst: another SHA-256 than in the manifest")
    #expect(lines.contains { $0.hasPrefix("records-000001.jsonl.zst: frame at byte 0: ") })
    #expect(!lines.contains { $0.contains("000002") })
  }

  @Test func flippedByteOfTheSeekTableIsFound() throws {
    try packed.flip(PackedFolder.shards[1], at: -12)
    #expect(
      try lines() == [
        "records-000002.jsonl.zst: another SHA-256 than in the manifest",
        "records-000002.jsonl.zst: the seek table is not that of its frames",
      ])
  }

  @Test(arguments: [0, 1, 20, -1, -40])
  func truncatedShardIsFound(length: Int) throws {
    let shard = try packed.bytes(PackedFolder.shards[0])
    let length = length < 0 ? shard.count + length : length
    try packed.folder.write(shard[..<length], to: PackedFolder.shards[0])
    #expect(
      try lines().first
        == "records-000001.jsonl.zst: \(length) bytes, and \(shard.count) in the manifest")
  }

  @Test func framesBeforeACutAreRead() throws {
    let places = try packed.bytes(PackedFolder.manifest).split(separator: 10)[1...3].compactMap {
      try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
    }
    let second = try #require(places.compactMap { $0["frameOffset"] as? Int }.first { $0 > 0 })
    try packed.folder.write(
      try packed.bytes(PackedFolder.shards[0])[...second], to: PackedFolder.shards[0])
    let tally = try Verified(packed.path).tally
    #expect(tally.records > 3)
    #expect(tally.records < 6)
  }

  @Test func bytesBehindTheSeekTableAreFound() throws {
    try packed.folder.write(
      try packed.bytes(PackedFolder.shards[0]) + [0], to: PackedFolder.shards[0])
    #expect(
      try lines().contains("records-000001.jsonl.zst: the seek table is not that of its frames"))
  }

  @Test func missingShardIsFound() throws {
    try FileManager.default.removeItem(
      at: packed.folder.url.appending(path: PackedFolder.shards[0]))
    #expect(
      try lines() == ["records-000001.jsonl.zst: is in the manifest and not in the folder"])
  }

  @Test func shardWithoutALineIsFound() throws {
    let shard = try packed.bytes(PackedFolder.shards[0])
    try packed.folder.write(shard, to: "packed/records-000003.jsonl.zst")
    try packed.folder.write(shard, to: "packed/records-000009.jsonl.zst")
    #expect(
      try lines() == [
        "records-000003.jsonl.zst: has no line in the manifest: a run is on, or one that was cut short left it",
        "records-000009.jsonl.zst: has no line in the manifest, which has lost lines",
      ])
  }

  @Test func shardOfTheLargestNumberIsRead() throws {
    let largest = "records-\(Int.max).jsonl.zst"
    try packed.editManifest { lines in
      for line in 5..<lines.count { lines[line].replace("records-000002.jsonl.zst", with: largest) }
    }
    #expect(
      try lines() == [
        "\(largest): is in the manifest and not in the folder",
        "records-000002.jsonl.zst: has no line in the manifest, which has lost lines",
      ])
  }

  @Test func halfWrittenShardIsTold() throws {
    try packed.folder.write("x", to: "packed/.winnow-pack-shard.tmp")
    #expect(
      try lines() == [
        ".winnow-pack-shard.tmp: a shard that is half written: a run is on, or one was cut short"
      ])
  }

  @Test(arguments: [
    (1, #""id":"0""#, #""id":"7""#, "0 has another id in the manifest"),
    (1, #""status":"ok""#, #""status":"empty""#, "0 has another status in the manifest"),
    (1, #""sha256":"#, #""sha256":null,"x":"#, "0 has another sha256 in the manifest"),
    (1, #"/0.html"#, #"/9.html"#, "0 has another source in the manifest"),
    (1, #""offset":0"#, #""offset":1"#, "no line at byte 1 as the manifest says of 0"),
    (1, #""bytes":"#, #""bytes":1"#, "as the manifest says of 0"),
    (1, #""bytes":"#, #""bytes":-"#, "line 2 cannot be read"),
    (1, #""frameOffset":0"#, #""frameOffset":5"#, "a frame at byte 5 instead of 0"),
    (3, #""frameBytes":"#, #""frameBytes":4294967296,"x":"#, "line 4 cannot be read"),
    (3, #""frameBytes":"#, #""frameBytes":9"#, "that ends beyond the file"),
    (4, #""sha256":""#, #""sha256":"0"#, "another SHA-256 than in the manifest"),
    (4, #""bytes":"#, #""bytes":1"#, "in the manifest"),
    (4, #""contentBytes":"#, #""contentBytes":1"#, "bytes of JSON, and 1"),
    (4, #""records":3"#, #""records":4"#, "lines of 3 records, and says that there are 4"),
    (4, #""failed":0"#, #""failed":1"#, "lines of 0 failed records, and says that there are 1"),
    (4, #""frames":"#, #""frames":1"#, " frames, and says that there are 1"),
    (4, "000001", "000002", "two lines of records-000002.jsonl.zst"),
    (0, "winnow.manifest/1", "winnow.manifest/2", "its first line is none of a manifest"),
    (3, "{", "[", "manifest.jsonl: line 4 cannot be read"),
  ])
  func editedManifestIsFound(line: Int, old: String, new: String, fault: String) throws {
    try packed.editManifest { lines in
      lines[line].replace(old, with: new, maxReplacements: 1)
    }
    let lines = try lines()
    #expect(lines.contains { $0.contains(fault) }, "\(lines)")
  }

  @Test func lostLineOfARecordIsFound() throws {
    try packed.editManifest { $0.remove(at: 2) }
    let lines = try lines()
    #expect(lines.contains { $0.contains("lines of 2 records, and says that there are 3") })
    #expect(lines.contains { $0.contains("bytes of which the manifest tells nothing") }, "\(lines)")
  }

  @Test func lostLineOfAShardIsFound() throws {
    try packed.editManifest { $0.remove(at: 4) }
    #expect(
      try lines() == [
        "manifest.jsonl: 3 lines of records of records-000001.jsonl.zst, which has no line of its own,"
          + " so they count for nothing",
        "records-000001.jsonl.zst: has no line in the manifest, which has lost lines",
      ])
  }

  @Test func manifestThatIsCutShortIsFound() throws {
    let manifest = try packed.bytes(PackedFolder.manifest)
    try packed.folder.write(manifest.dropLast(10), to: PackedFolder.manifest)
    let lines = try lines()
    #expect(lines.first?.hasPrefix("manifest.jsonl: line 9 is cut short") == true, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("records-000002.jsonl.zst: has no line") })
  }

  @Test func folderWithoutItsManifestIsReadAlone() throws {
    try FileManager.default.removeItem(
      at: packed.folder.url.appending(path: PackedFolder.manifest))
    try packed.flip(PackedFolder.shards[0], at: 40)
    let result = try Verified(packed.path)
    #expect(result.lines.first == "manifest.jsonl: is not there, so no shard counts")
    #expect(result.lines.dropFirst().first?.hasPrefix("records-000001.jsonl.zst: frame") == true)
    #expect(result.tally.records == 3)
  }

  @Test func sourceWithTwoRecordsIsFound() throws {
    try packed.pack(2..<3)
    let lines = try lines()
    try #require(lines.count == 1)
    #expect(lines[0].hasSuffix("pages/2.html has two records"))
  }

  @Test func recordOfAnotherShapeIsFound() throws {
    try packed.packLines([
      (
        Array(#"{"id":"6"}"#.utf8),
        PackedRecord(source: PackedSource("6.html"), id: "6", status: "ok", sha256: "")
      )
    ])
    let lines = try lines()
    #expect(
      lines.contains { $0.hasPrefix("records-000003.jsonl.zst: frame at byte 0: 6: schema: ") })
  }

  // MARK: - The dictionary

  private static let dictionary = Array("a dictionary of words that records have".utf8)

  @Test func shardsWithADictionaryAreReadWithIt() throws {
    let packed = try PackedFolder(dictionary: Self.dictionary)
    #expect(
      try Verified(packed.path, dictionaries: [[1, 2, 3], Self.dictionary]).tally.matched == 6)
  }

  @Test(arguments: [[], [Array("another dictionary".utf8)]] as [[[UInt8]]])
  func dictionaryThatIsNotNamedIsAFault(dictionaries: [[UInt8]]) throws {
    let packed = try PackedFolder(dictionary: Self.dictionary)
    try packed.flip(PackedFolder.shards[0], at: 40)
    let result = try Verified(packed.path, dictionaries: dictionaries)
    try #require(result.lines.count == 2, "\(result.lines)")
    #expect(result.lines[0].hasPrefix("manifest.jsonl: the shards need the dictionary of SHA-256 "))
    #expect(result.lines[1] == "records-000001.jsonl.zst: another SHA-256 than in the manifest")
    #expect(result.tally.records == 0)
  }

  @Test func wrongDictionaryThatTheManifestNamesIsFound() throws {
    let packed = try PackedFolder(dictionary: Self.dictionary)
    try packed.editManifest { lines in
      lines[0].replace(#/"dictionary":"[0-9a-f]+"/#, with: #""dictionary":null"#)
    }
    let lines = try Verified(packed.path).lines
    #expect(lines.contains { $0.hasPrefix("records-000001.jsonl.zst: frame at byte 0: ") })
  }
}
