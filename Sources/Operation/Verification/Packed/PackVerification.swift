import DurableFiles
import Intake
import Packing
import Spool
import SystemPackage

/// Checks a folder of shards: its manifest line by line, and each shard that it tells of.
///
/// The lines of one shard and one frame are held at a time, 16 bytes for each record, and 80 for one of a
/// container.
struct PackVerification {
  private let folder: any Directory
  private let label: String
  private let dictionaries: [PackDictionary]
  private var sources: PackedSources
  private let tell: (OutboxFault) -> Void
  private(set) var tally = VerificationTally()
  private var shards: Set<Int> = []
  private var seen: Set<TextKey> = []
  private var places: [ManifestStatement.Place] = []

  /// A check of a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - label: What stands before the names of its files in faults.
  ///   - dictionaries: Those that it may have been packed with.
  ///   - inputs: Finds inputs.
  ///   - limits: Those that inputs are read under.
  ///   - tell: Takes each fault as soon as it is found.
  init(
    of folder: any Directory, label: String, dictionaries: [PackDictionary], inputs: InputPlaces,
    limits: IntakeLimits, tell: @escaping (OutboxFault) -> Void
  ) {
    self.folder = folder
    self.label = label
    self.dictionaries = dictionaries
    self.tell = tell
    sources = PackedSources(inputs, limits: limits)
  }

  /// Checks it all.
  ///
  /// - Parameter names: The names in the folder.
  mutating func run(names: [FileName]) {
    var hasManifest = true
    do throws(Errno) {
      try readManifest()
    } catch .noSuchFileOrDirectory {
      hasManifest = false
      fault(Manifest.fileName, "is not there, so no shard counts")
    } catch {
      fault(Manifest.fileName, "\(error)")
    }
    for name in names {
      if hasManifest { checkListed(name) } else { checkAlone(name) }
    }
    let result = sources.finish()
    tally.compared += result.compared
    tally.matched += result.matched
    for fault in result.faults { self.fault(fault.file, fault.text) }
  }

  // MARK: - The manifest

  private mutating func readManifest() throws(Errno) {
    let file = try folder.openFile(FileName(Manifest.fileName))
    var lines = LineReader(FileDescriptor(rawValue: file.rawValue))
    guard let first = try lines.next(), first.isWhole,
      case .head(let digest) = ManifestStatement(first.bytes)
    else { return fault(Manifest.fileName, "its first line is none of a manifest") }
    let decodes = digest.map { digest in dictionaries.contains { $0.sha256 == digest } } ?? true
    if let digest, !decodes {
      fault(
        Manifest.fileName,
        dictionaries.isEmpty
          ? "the shards need the dictionary of SHA-256 \(digest): name it with --dictionary"
          : "the shards need the dictionary of SHA-256 \(digest), and --dictionary names another")
    }
    let decoder = FrameDecoder(
      dictionary: dictionaries.first { $0.sha256 == digest }?.bytes ?? [])
    var number = 1
    while let line = try lines.next() {
      number += 1
      note(line, number: number, decoder, decodes: decodes)
    }
    dropPlaces()
  }

  private mutating func note(
    _ line: LineReader.Line, number: Int, _ decoder: borrowing FrameDecoder, decodes: Bool
  ) {
    switch line.isWhole ? ManifestStatement(line.bytes) : nil {
    case .record(let place):
      if places.last.map({ $0.shard != place.shard }) ?? false { dropPlaces() }
      places.append(place.sharing(with: places.last))
    case .container: break
    case .shard(let shard):
      if places.last.map({ $0.shard != shard.name }) ?? false { dropPlaces() }
      check(shard, decoder, decodes: decodes)
      places = []
    case .head, nil:
      fault(
        Manifest.fileName,
        line.isWhole
          ? "line \(number) cannot be read"
          : "line \(number) is cut short: a run that goes on (--skip-existing) removes it")
    }
  }

  /// Lines of records whose shard has none count for nothing.
  private mutating func dropPlaces() {
    guard let shard = places.last?.shard else { return }
    fault(
      Manifest.fileName,
      "\(places.count) lines of records of \(shard), which has no line of its own, so they count for nothing"
    )
    places = []
  }

  private mutating func check(
    _ shard: ManifestStatement.Shard, _ decoder: borrowing FrameDecoder, decodes: Bool
  ) {
    guard let number = ShardName.number(shard.name), shards.insert(number).inserted else {
      return fault(Manifest.fileName, "two lines of \(shard.name)")
    }
    tally.files += 1
    for place in places where !seen.insert(Self.key(of: place.source)).inserted {
      let page = place.source.page.map { ", page \($0)," } ?? ""
      fault(Manifest.fileName, "\(place.source.name)\(page) has two records")
    }
    ShardVerification(folder: folder, shard: shard, places: places).check(
      decoder, decodes: decodes, tell: { fault(shard.name, $0) },
      take: { record, place in
        tally.records += 1
        sources.add(record, place)
      })
  }

  private static func key(of source: PackedSource) -> TextKey {
    TextKey(source.name + "\0" + (source.page.map { String($0) } ?? ""))
  }

  // MARK: - The folder

  private mutating func checkListed(_ name: FileName) {
    let text = name.escaped
    if text == PackFolder.temporaryFileName {
      fault(text, "a shard that is half written: a run is on, or one was cut short")
    }
    guard let number = ShardName.number(text), !shards.contains(number) else { return }
    let last = shards.max() ?? 0
    fault(
      text,
      // One less than a number is one too, but one more may be none.
      number - 1 == last
        ? "has no line in the manifest: a run is on, or one that was cut short left it"
        : "has no line in the manifest, which has lost lines")
  }

  /// Checks what can be told of a shard without a manifest.
  private mutating func checkAlone(_ name: FileName) {
    guard ShardName.number(name.escaped) != nil else { return }
    tally.files += 1
    do throws(Errno) {
      let file = RecordFile(try folder.contents(of: name, limit: Self.largestShard))
      tally.records += file.records.count
      for fault in file.faults { self.fault(name.escaped, fault) }
    } catch {
      fault(name.escaped, "\(error)")
    }
  }

  // Bytes of a shard that is read whole, since nothing tells where its frames are.
  private static let largestShard = 8 << 30

  private mutating func fault(_ file: String, _ text: String) {
    tally.faults += 1
    tell(OutboxFault(label + file, text))
  }
}
