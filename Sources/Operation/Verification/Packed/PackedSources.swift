import DurableFiles
import Intake
import Packing
import Spool
import SystemPackage

/// Compares packed records with their sources, as far as these are at the paths that the manifest names.
///
/// Pages of their own are read at once; containers in the end, each once.
struct PackedSources {
  private let places: InputPlaces
  private let limits: IntakeLimits
  private var ledger = SourceLedger()
  private var containers: [String] = []
  private var shards: [String] = []
  private var compared = 0
  private var matched = 0
  private var faults: [OutboxFault] = []

  /// No records yet, whose inputs are found so and read under those limits.
  init(_ places: InputPlaces, limits: IntakeLimits) {
    self.places = places
    self.limits = limits
  }

  /// Adds a record.
  mutating func add(_ record: VerifiedRecord, _ place: ManifestStatement.Place) {
    guard let digest = record.sha256.flatMap(ContentDigest.init) else { return }
    guard let page = place.source.page else {
      return compare(record, place)
    }
    if containers.last != place.source.name { containers.append(place.source.name) }
    if shards.last != place.shard { shards.append(place.shard) }
    ledger.add(
      input: TextKey(place.source.name), page: Self.page(of: record, place, page), digest: digest,
      ordinal: page, file: shards.count - 1)
  }

  /// Reads the containers and says what all came to.
  mutating func finish() -> (compared: Int, matched: Int, faults: [OutboxFault]) {
    var names: [TextKey: String] = [:]
    for name in containers where names.updateValue(name, forKey: TextKey(name)) == nil {
      guard let file = places.open(name) else { continue }
      let range = ledger.claims(on: TextKey(name))
      let descriptor = FileDescriptor(rawValue: file.rawValue)
      if SourceReading.read(descriptor, for: range, limits: limits, in: &ledger) {
        ledger.settle(range, files: 1)
      }
    }
    let wrong = ledger.faults
    for claim in wrong {
      let name = names[ledger.input(of: claim)] ?? ""
      faults.append(
        OutboxFault(shards[Int(claim.file)], claim.fault(of: name, in: name)))
    }
    matched += ledger.count(.matched)
    compared += ledger.count(.matched) + wrong.count
    return (compared, matched, faults)
  }

  private mutating func compare(_ record: VerifiedRecord, _ place: ManifestStatement.Place) {
    let name = place.source.name
    guard let file = places.open(name),
      let digest = try? SourceDigest.hexadecimal(of: FileDescriptor(rawValue: file.rawValue))
    else { return }
    compared += 1
    if digest == record.sha256 {
      matched += 1
    } else {
      faults.append(
        OutboxFault(place.shard, "\(record.id): its source \(name) has another SHA-256 by now"))
    }
  }

  /// What tells the page in its container: what follows the container's name in the record.
  private static func page(
    of record: VerifiedRecord, _ place: ManifestStatement.Place, _ page: Int
  ) -> TextKey {
    guard page != PackedSource.endOfContainer else { return .none }
    let input = place.source.name
    if InputPlaces.tellsPath(input), let name = InputPlaces.name(input, in: record.source) {
      return TextKey(record.source.dropFirst(name.count + 1))
    }
    return PageName.splits(of: record.source).last.map { TextKey($0.page) } ?? .none
  }
}
