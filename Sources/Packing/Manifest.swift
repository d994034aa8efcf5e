/// `manifest.jsonl`: a line that says what it is, then for each shard a line for each of its records and
/// one for the shard itself.
///
/// The shard's line is what makes it count. Lines after the last such line are of a shard that never came to
/// be, or of a write that was cut short, and count for nothing. A container that was read to its end has a line too,
/// among those of the shard with its last record; where all its records stood in shards by then, it follows the
/// shard's line and counts by itself. Manifests of older versions have none.
package struct Manifest: Equatable {
  /// The version of the file's shape.
  static let schema = "winnow.manifest/1"
  /// The file's name.
  package static let fileName = "manifest.jsonl"

  /// The bytes up to the end of the last line that counts.
  var validByteCount = 0
  /// SHA-256 of the dictionary; `nil` for none.
  var dictionary: String?
  /// The number of the last shard.
  var lastShard = 0
  /// The bytes of each shard by its number.
  var byteCounts: [Int: Int] = [:]
  /// The inputs whose records stand in shards.
  var sources: Set<PackedSource> = []
  /// The containers that were read to their end, and whose records all stand in shards.
  var containers: Set<String> = []

  /// Reads a manifest as far as it counts; `nil` when its first line is not whole, so that nothing does.
  ///
  /// What follows a line that cannot be read counts for nothing: a machine that lost its power may leave
  /// anything where it was not synchronized.
  ///
  /// - Throws: ``PackError/foreignManifest`` when the file begins as no manifest does.
  static func parse(_ bytes: [UInt8]) throws(PackError) -> Manifest? {
    guard bytes.prefix(opening.count) == opening.prefix(bytes.count) else { throw .foreignManifest }
    guard let headEnd = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    guard case .head(let dictionary) = ManifestLine.parse(Array(bytes[..<headEnd])) else {
      throw .foreignManifest
    }
    var manifest = Manifest(validByteCount: headEnd + 1, dictionary: dictionary)
    manifest.readShards(bytes[(headEnd + 1)...])
    return manifest
  }

  /// Whether a file with that beginning is a manifest.
  package static func begins(_ bytes: [UInt8]) -> Bool { bytes.starts(with: opening) }

  /// What every manifest begins with.
  private static let opening = Array(#"{"kind":"manifest","schema":"winnow.manifest/1""#.utf8)[...]

  private mutating func readShards(_ bytes: ArraySlice<UInt8>) {
    var pending: [PackedSource] = []
    var ended: [String] = []
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      let line = ManifestLine.parse(Array(bytes[start..<end]))
      start = end + 1
      switch line {
      case .record(let source):
        pending.append(source)
        continue
      case .container(let name):
        ended.append(name)
        guard pending.isEmpty else { continue }
      // Shards are written in their order, so any other number was not.
      case .shard(let number, let byteCount) where number == lastShard + 1:
        lastShard = number
        byteCounts[number] = byteCount
      case .shard, .head, nil: return
      }
      sources.formUnion(pending)
      containers.formUnion(ended)
      validByteCount = start
      (pending, ended) = ([], [])
    }
  }
}
