import Extraction
import Foundation
import Intake
import Packing
import RecordEncoding
import SystemPackage

/// A folder of shards of records of pages that lie beside it.
final class PackedFolder {
  static let manifest = "packed/manifest.jsonl"
  static let shards = (1...2).map { "packed/records-00000\($0).jsonl.zst" }

  let folder: TemporaryFolder

  /// Packs three pages into one shard and three into another.
  init(dictionary: [UInt8] = []) throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("pages")
    try pack(0..<3, dictionary: dictionary)
    try pack(3..<6, dictionary: dictionary)
  }

  /// The path of the shards.
  var path: FilePath { folder.path("packed") }

  /// Packs the records of some pages into a shard.
  func pack(_ numbers: Range<Int>, dictionary: [UInt8] = []) throws {
    try pack(
      numbers.map { number in
        let (name, text) = ("\(number).html", "<p>Page \(number)</p>")
        try folder.write(text, to: "pages/\(name)")
        let source = SourceDescription(
          name: name, byteCount: text.utf8.count,
          sha256: SourceDigest.hexadecimal(of: Array(text.utf8)))
        return (
          PackedSource(folder.path("pages/\(name)").string),
          Record(id: "\(number)", source: source, status: .ok)
        )
      }, dictionary: dictionary)
  }

  /// Packs records into a shard, about two to a frame, and says that containers end there.
  func pack(
    _ records: [(PackedSource, Record)], dictionary: [UInt8] = [], ended: [String] = []
  ) throws {
    try packLines(
      records.map { source, record in
        var writer = JSONWriter()
        record.write(to: &writer)
        return (
          writer.bytes,
          PackedRecord(
            source: source, id: record.id, status: record.status.rawValue,
            sha256: record.source.sha256)
        )
      }, dictionary: dictionary, ended: ended)
  }

  /// Packs lines into a shard, and says that containers end there.
  func packLines(
    _ lines: [([UInt8], PackedRecord)], dictionary: [UInt8] = [], ended: [String] = []
  ) throws {
    var options = PackOptions(shardByteCount: 1 << 20, level: 3)
    options.frameByteCount = 800
    options.dictionary = dictionary
    var writer = try PackWriter(into: path, options: options, isResuming: true)
    for (line, record) in lines { try writer.add(line, record) }
    for container in ended { try writer.endContainer(container) }
    try writer.finish()
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.url.appending(path: name)))
  }

  /// Flips a bit of a file.
  func flip(_ name: String, at index: Int) throws {
    var bytes = try bytes(name)
    bytes[index < 0 ? bytes.count + index : index] ^= 1
    try folder.write(bytes, to: name)
  }

  /// Changes the lines of the manifest.
  func editManifest(_ edit: (inout [String]) -> Void) throws {
    var lines = String(decoding: try bytes(Self.manifest), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    edit(&lines)
    try folder.write(lines.map { $0 + "\n" }.joined(), to: Self.manifest)
  }
}
