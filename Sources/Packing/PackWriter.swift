import Crypto
import DurableFiles
import RecordEncoding
public import SystemPackage
import TextCoding

/// Packs records into shards: files of zstd frames with a seek table, beside a manifest.
///
/// A shard is written under a temporary name, synchronized and renamed, and then its lines are added to
/// the manifest and synchronized; only then does it count. A process that is killed at any point leaves
/// whole shards that count, and at most one that does not, which the next one to go on replaces.
public struct PackWriter: ~Copyable {
  private let folder: PackFolder
  private let manifest: DurableFile
  private let options: PackOptions
  private var compressor: ZstdCompressor
  private var shard: OpenShard?
  private var lastShard: Int
  /// The lines of the frame that is being filled, and where they stand in it.
  private var frame: [UInt8] = []
  private var entries: [ShardEntry] = []
  /// The containers whose last record is in it.
  private var containers: [String] = []
  private var lines = JSONWriter()

  /// What the records were made of that stood in shards when the folder was opened.
  public let packedSources: Set<PackedSource>
  /// The containers of which nothing is missing in those shards.
  public let packedContainers: Set<String>

  /// Opens a folder for packing, making it when there is none.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - options: How records are packed.
  ///   - isResuming: Whether shards that are there already are gone on with.
  /// - Throws: ``PackError``.
  public init(
    into path: FilePath, options: PackOptions, isResuming: Bool
  ) throws(PackError) {
    let compressor = try Self.compressor(options)
    let folder = try PackFolder(at: path)
    let digest = Self.digest(of: options.dictionary)
    let state = try Self.state(of: folder, digest: digest, isResuming: isResuming)
    let lastShard = state?.lastShard ?? 0
    folder.removeBegunShard()
    folder.removeShard(ShardName.name(lastShard + 1))
    // A manifest of no shards may name another dictionary, and is begun anew.
    let manifest = try folder.openManifest(length: state?.validByteCount ?? 0)
    if state == nil {
      var head = JSONWriter()
      ManifestLine.writeHead(dictionary: digest, to: &head)
      try Self.append(head.bytes, to: manifest)
    }
    self.options = options
    self.compressor = compressor
    self.folder = folder
    self.manifest = manifest
    self.lastShard = lastShard
    packedSources = state?.sources ?? []
    packedContainers = state?.containers ?? []
  }

  /// Whether a writer gives that name to a file.
  public static func isFile(_ name: String) -> Bool {
    name == Manifest.fileName || ShardName.number(name) != nil
  }

  /// What stands in the folder; `nil` when nothing counts.
  private static func state(
    of folder: borrowing PackFolder, digest: String?, isResuming: Bool
  ) throws(PackError) -> Manifest? {
    guard let bytes = try folder.manifest() else {
      // Shards without a manifest are not ours to replace.
      guard !folder.hasShard(ShardName.name(1)) else {
        throw isResuming ? .noManifest : .notEmpty
      }
      return nil
    }
    let state = try Manifest.parse(bytes)
    let lastShard = state?.lastShard ?? 0
    // A crash leaves one shard that does not count; more of them mean that the manifest lost lines.
    guard !folder.hasShard(ShardName.name(lastShard + 2)) else { throw .foreignManifest }
    guard lastShard > 0, let state else { return nil }
    guard isResuming else { throw .notEmpty }
    guard state.dictionary == digest else { throw .otherDictionary }
    // Their inputs would be left out, and nobody would learn that their records are gone.
    for (number, byteCount) in state.byteCounts.sorted(by: { $0.key < $1.key }) {
      let name = ShardName.name(number)
      guard folder.byteCount(ofShard: name) == byteCount else { throw .damagedShard(name) }
    }
    return state
  }

  /// Adds a record.
  ///
  /// - Parameters:
  ///   - json: The record as one line of JSON, without its line feed.
  ///   - record: What the manifest says of it.
  /// - Throws: ``PackError``; what was added since the last whole shard is lost then.
  public mutating func add(_ json: [UInt8], _ record: PackedRecord) throws(PackError) {
    entries.append(
      ShardEntry(record: record, frame: 0, offset: frame.count, byteCount: json.count + 1))
    frame += json
    frame.append(UInt8(ascii: "\n"))
    if frame.count >= options.frameByteCount { try endFrame() }
  }

  /// Takes note that all records of a container were added, so that the next writer knows it by
  /// ``packedContainers``.
  ///
  /// - Parameter name: What its records have as their source.
  /// - Throws: ``PackError``.
  public mutating func endContainer(_ name: String) throws(PackError) {
    if !frame.isEmpty {
      containers.append(name)
    } else if shard != nil {
      shard?.endContainer(name)
    } else {
      // Its records stand in shards that count, and perhaps no further one comes.
      lines.removeAll()
      ManifestLine.writeContainer(name, to: &lines)
      try Self.append(lines.bytes, to: manifest)
    }
  }

  /// Ends the last shard.
  ///
  /// - Throws: ``PackError``.
  public mutating func finish() throws(PackError) {
    if !frame.isEmpty { try endFrame() }
    try endShard()
  }

  private mutating func endFrame() throws(PackError) {
    let (content, records, ended) = (frame, entries, containers)
    let compressed: [UInt8]
    do throws(RecordEncodingError) {
      compressed = try compressor.compress(content.span)
    } catch {
      throw .encoding(error)
    }
    if shard?.closedByteCount(adding: compressed.count) ?? 0 > options.shardByteCount {
      try endShard()
    }
    if shard == nil { shard = OpenShard(try folder.beginShard()) }
    try shard?.add(compressed, contentByteCount: content.count, entries: records)
    for name in ended { shard?.endContainer(name) }
    frame.removeAll()
    entries.removeAll()
    containers.removeAll()
  }

  private mutating func endShard() throws(PackError) {
    guard var ended = shard.take() else { return }
    let description = try ended.finish(name: ShardName.name(lastShard + 1))
    try folder.placeShard(as: description.name)
    lines.removeAll()
    ManifestLine.write(description, to: &lines)
    try Self.append(lines.bytes, to: manifest)
    lastShard += 1
  }

  private static func append(_ lines: [UInt8], to manifest: DurableFile) throws(PackError) {
    do throws(Errno) {
      try manifest.write(lines)
      try manifest.synchronize()
    } catch {
      throw .inputOutput(error)
    }
  }

  private static func compressor(_ options: PackOptions) throws(PackError) -> ZstdCompressor {
    do throws(RecordEncodingError) {
      return try ZstdCompressor(level: options.level, dictionary: options.dictionary)
    } catch {
      throw .encoding(error)
    }
  }

  private static func digest(of dictionary: [UInt8]) -> String? {
    guard !dictionary.isEmpty else { return nil }
    return Hexadecimal.text(of: SHA256.hash(data: dictionary))
  }
}
