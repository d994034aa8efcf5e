import RecordEncoding

@testable import Packing

/// An input read as the manifest of a packed folder, and as the names that are written into one.
///
/// The first byte chooses whether the input is what follows a right first line; the rest are its bytes.
struct FuzzedManifest {
  private let choice: UInt8
  private let bytes: [UInt8]

  init(_ input: [UInt8]) {
    choice = input.first ?? 0
    bytes = Array(input.dropFirst())
  }

  /// Reads the manifest, what counts of it again, and what is written of the names in it.
  func run() {
    let file = choice & 1 == 1 ? Self.head + bytes : bytes
    if let manifest = try? Manifest.parse(file) { check(manifest, of: file) }
    writeAndRead()
  }

  private static let head: [UInt8] = {
    var writer = JSONWriter()
    ManifestLine.writeHead(dictionary: nil, to: &writer)
    return writer.bytes
  }()

  private func check(_ manifest: Manifest, of file: [UInt8]) {
    precondition(
      (1...file.count).contains(manifest.validByteCount), "what counts is a part of the file")
    precondition(
      file[manifest.validByteCount - 1] == UInt8(ascii: "\n"), "what counts ends with a line")
    precondition(manifest.lastShard >= 0, "shards are counted from one")
    // The two that whoever goes on with the folder looks for.
    for next in 1...2 {
      let name = ShardName.name(manifest.lastShard + next)
      precondition(ShardName.number(name) == manifest.lastShard + next, "a number is in its name")
    }
    let again = try? Manifest.parse(Array(file[..<manifest.validByteCount]))
    precondition(again == manifest, "what follows the part that counts changes nothing")
  }

  /// Lines that are written of any names are read again as they were.
  private func writeAndRead() {
    let names = String(decoding: bytes, as: UTF8.self).split(separator: "\n").prefix(8)
    let sources = names.enumerated().map { index, name in
      PackedSource(String(name), page: index.isMultiple(of: 2) ? nil : index)
    }
    let frame = FrameRange(
      offset: 0, byteCount: 1, contentByteCount: 1, recordCount: sources.count)
    let entries = sources.map { source in
      let record = PackedRecord(source: source, id: source.name, status: "ok", sha256: "")
      return ShardEntry(record: record, frame: 0, offset: 0, byteCount: 1)
    }
    let shard = ShardDescription(
      name: ShardName.name(1), byteCount: 1, sha256: "", frames: [frame], entries: entries,
      containers: [])
    var writer = JSONWriter()
    ManifestLine.write(shard, to: &writer)
    let file = Self.head + writer.bytes
    let manifest = try? Manifest.parse(file)
    precondition(manifest?.sources == Set(sources), "sources are read as they were written")
    precondition(manifest?.validByteCount == file.count, "all that is written counts")
  }
}
