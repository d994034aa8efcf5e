package import Intake
import Packing
package import Spool
package import SystemPackage

/// Checks all that lies in an outbox or a folder of shards, and the digests of the inputs that are still there.
///
/// It changes nothing.
package struct OutboxVerification {
  /// What was counted.
  package private(set) var tally = VerificationTally()
  private let path: FilePath
  private let dictionaries: [PackDictionary]
  private let inputs: InputPlaces
  private let limits: IntakeLimits
  private let tell: (OutboxFault) -> Void
  private var sources: FolderSources

  /// Checks an outbox.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - folders: Folders in which inputs may be.
  ///   - inputs: Finds the inputs of packed records.
  ///   - dictionaries: Those that records may have been packed with.
  ///   - limits: Those that inputs are read under.
  ///   - tell: Takes each fault as soon as it is found.
  /// - Throws: The error of a listing.
  package init(
    of path: FilePath, sources folders: [any Directory] = [],
    inputs: InputPlaces = InputPlaces(), dictionaries: [PackDictionary] = [],
    limits: IntakeLimits = IntakeLimits(), tell: @escaping (OutboxFault) -> Void
  ) throws(Errno) {
    self.path = path
    self.dictionaries = dictionaries
    self.inputs = inputs
    self.limits = limits
    self.tell = tell
    let outbox = try LocalFileSystem().openDirectory(at: path)
    // Before the records are read, so that an input that comes meanwhile is not looked for.
    sources = try FolderSources(in: folders, limits: limits)
    let names = try Self.names(in: outbox)
    let isPacked = Self.isPacked(outbox, names)
    for name in names where !TemporaryNames.isHidden(name) {
      let isShard = isPacked && ShardName.number(name.escaped) != nil
      if !isShard { check(name, in: outbox) }
    }
    if isPacked { checkPacked(outbox, names, label: "") }
    try compare()
  }

  private mutating func check(_ name: FileName, in outbox: any Directory) {
    guard let status = try? outbox.status(of: name) else { return }
    if status.kind == .directory, checkFolder(name) { return }
    guard status.kind == .regular else {
      return report(OutboxFault(name.escaped, "a \(status.kind.rawValue), no file"))
    }
    // What is no output of this program is left to whoever put it there.
    guard name.hasEnding(Self.ending) else { return }
    tally.files += 1
    do throws(Errno) {
      let file = RecordFile(try outbox.contents(of: name, limit: Self.largestFile))
      tally.records += file.records.count
      for fault in file.faults { report(OutboxFault(name.escaped, fault)) }
      for record in file.records { sources.add(record, in: name.escaped) }
    } catch .noSuchFileOrDirectory {
      tally.files -= 1
    } catch {
      report(OutboxFault(name.escaped, "\(error)"))
    }
  }

  /// Checks a folder in the outbox if it holds shards; tells whether it does.
  private mutating func checkFolder(_ name: FileName) -> Bool {
    let path = path.pushing(FilePath(name.bytes))
    guard let folder = try? LocalFileSystem().openDirectory(at: path),
      let names = try? Self.names(in: folder), Self.isPacked(folder, names)
    else { return false }
    checkPacked(folder, names, label: name.escaped + "/")
    return true
  }

  private mutating func checkPacked(
    _ folder: any Directory, _ names: [FileName], label: String
  ) {
    var pack = PackVerification(
      of: folder, label: label, dictionaries: dictionaries, inputs: inputs, limits: limits,
      tell: tell)
    pack.run(names: names)
    tally += pack.tally
  }

  private mutating func compare() throws(Errno) {
    let result = try sources.compare()
    tally.compared += result.compared
    tally.matched += result.matched
    for fault in result.faults { report(fault) }
  }

  private mutating func report(_ fault: OutboxFault) {
    tally.faults += 1
    tell(fault)
  }

  private static func names(in folder: any Directory) throws(Errno) -> [FileName] {
    var names: [FileName] = []
    try folder.forEachName { names.append($0) }
    names.sort()
    return names
  }

  /// Whether a folder holds shards, or a manifest of none.
  private static func isPacked(_ folder: any Directory, _ names: [FileName]) -> Bool {
    if names.contains(where: { ShardName.number($0.escaped) != nil }) { return true }
    let beginning = try? folder.contents(of: FileName(Manifest.fileName), limit: beginningLength)
    return beginning.map(Manifest.begins) ?? false
  }

  // Bytes of a manifest that tell what it is.
  private static let beginningLength = 4096

  private static let ending = ".zst"
  // Bytes of a file in the outbox: records that somebody packed otherwise may be many.
  private static let largestFile = 8 << 30
}
