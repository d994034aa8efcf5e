import DurableFiles
import Intake
import Spool
import SystemPackage

/// Compares records with the inputs that lie in folders, under the names that the records have for them or
/// under numbered ones.
struct FolderSources {
  private let folders: [any Directory]
  private let limits: IntakeLimits
  private var names: Set<TextKey> = []
  private var ledger = SourceLedger()
  private var files: [String] = []

  /// What became of containers and of changed files: how they are called, and how many were read.
  private struct Input {
    var name: String
    var file: String
    var files: Int
    var isRead: Bool
  }

  /// The inputs in some folders, read under those limits.
  ///
  /// - Throws: The error of a listing.
  init(in folders: [any Directory], limits: IntakeLimits) throws(Errno) {
    self.folders = folders
    self.limits = limits
    var names: Set<TextKey> = []
    for folder in folders {
      try folder.forEachName { name in
        for text in Self.origins(of: name) { names.insert(TextKey(text)) }
      }
    }
    self.names = names
  }

  /// Adds a record, if its input may be there.
  mutating func add(_ record: VerifiedRecord, in file: String) {
    guard let digest = record.sha256.flatMap(ContentDigest.init) else { return }
    let whole = TextKey(record.source)
    if names.contains(whole) {
      return add(whole, .none, digest, ordinal: 0, in: file)
    }
    for (container, page) in PageName.splits(of: record.source) {
      let input = TextKey(container)
      guard names.contains(input) else { continue }
      return add(
        input, TextKey(page), digest, ordinal: PageName.ordinal(page: page, id: record.id),
        in: file)
    }
  }

  private mutating func add(
    _ input: TextKey, _ page: TextKey, _ digest: ContentDigest, ordinal: Int, in file: String
  ) {
    if files.last != file { files.append(file) }
    ledger.add(input: input, page: page, digest: digest, ordinal: ordinal, file: files.count - 1)
  }

  /// Reads the inputs and says what the records came to.
  ///
  /// - Throws: The error of a listing.
  mutating func compare() throws(Errno) -> (compared: Int, matched: Int, faults: [OutboxFault]) {
    var inputs: [TextKey: Input] = [:]
    for folder in folders {
      var found: [FileName] = []
      try folder.forEachName { found.append($0) }
      for name in found { read(name, in: folder, &inputs) }
    }
    for (key, input) in inputs where input.isRead {
      ledger.settle(ledger.claims(on: key), files: input.files)
    }
    let wrong = ledger.faults
    let faults = wrong.map { claim in
      let input = inputs[ledger.input(of: claim)]
      return OutboxFault(
        files[Int(claim.file)], claim.fault(of: input?.name ?? "", in: input?.file ?? ""))
    }
    let matched = ledger.count(.matched)
    return (matched + wrong.count, matched, faults)
  }

  private mutating func read(
    _ name: FileName, in folder: any Directory, _ inputs: inout [TextKey: Input]
  ) {
    guard
      let origin = Self.origins(of: name).first(where: { !ledger.claims(on: TextKey($0)).isEmpty }),
      let file = try? folder.openFile(name), (try? file.status())?.kind == .regular
    else { return }
    let key = TextKey(origin)
    let range = ledger.claims(on: key)
    let isRead = SourceReading.read(
      FileDescriptor(rawValue: file.rawValue), for: range, limits: limits, in: &ledger)
    guard ledger.hasPages(range) || ledger.hasChanged(range) else { return }
    var input =
      inputs[key] ?? Input(name: origin, file: name.escaped, files: 0, isRead: true)
    input.files += 1
    input.isRead = input.isRead && isRead
    inputs[key] = input
  }

  /// The names in records that a file may stand for: its own, and that without the number before its extension.
  private static func origins(of name: FileName) -> [String] {
    let text = name.escaped
    let split = text.dropFirst().firstIndex(of: ".") ?? text.endIndex
    let stem = text[..<split]
    guard let dash = stem.lastIndex(of: "-"), Int(stem[stem.index(after: dash)...]) != nil else {
      return [text]
    }
    return [text, String(stem[..<dash] + text[split...])]
  }
}
