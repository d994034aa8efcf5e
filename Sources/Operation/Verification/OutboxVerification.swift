import DurableFiles
import Intake
package import Spool
package import SystemPackage

/// Checks all that lies in an outbox, and the digests of the inputs that are still there.
///
/// It changes nothing.
package struct OutboxVerification: Sendable {
  /// Files that were read.
  package private(set) var files = 0
  /// Records in them.
  package private(set) var records = 0
  /// Records whose input is there and has their digest.
  package private(set) var matched = 0
  /// Records whose input is not there any more, or was not looked for.
  package private(set) var unmatched = 0
  /// How many things are wrong.
  package private(set) var faults = 0

  /// Checks an outbox.
  ///
  /// - Parameters:
  ///   - outbox: The folder.
  ///   - sources: Folders in which inputs may be.
  ///   - tell: Takes each fault as soon as it is found.
  /// - Throws: The error of a listing.
  package init(
    of outbox: any Directory, sources: [any Directory], tell: (OutboxFault) -> Void
  ) throws(Errno) {
    var names: [FileName] = []
    try outbox.forEachName { name in
      if !TemporaryNames.isHidden(name) { names.append(name) }
    }
    var found: [VerifiedRecord] = []
    for name in names.sorted() { found += check(name, in: outbox, tell) }
    let result = SourceMatching.compare(found, try Self.digests(of: found, in: sources))
    matched = result.matched
    unmatched = records - result.matched - result.faults.count
    for fault in result.faults { report(fault, tell) }
  }

  /// The sentence at the end.
  package var summary: String {
    "\(records) records in \(files) files, \(matched) with their source there and the same,"
      + " \(faults) faults"
  }

  private mutating func check(
    _ name: FileName, in outbox: any Directory, _ tell: (OutboxFault) -> Void
  ) -> [VerifiedRecord] {
    guard let status = try? outbox.status(of: name) else { return [] }
    guard status.kind == .regular else {
      report(OutboxFault(name.escaped, "a \(status.kind.rawValue), no file"), tell)
      return []
    }
    // What is no output of this program is left to whoever put it there.
    guard name.hasEnding(Self.ending) else { return [] }
    files += 1
    do throws(Errno) {
      let file = RecordFile(
        name: name.escaped, bytes: try outbox.contents(of: name, limit: Self.largestFile))
      records += file.records.count
      for fault in file.faults { report(OutboxFault(name.escaped, fault), tell) }
      return file.records
    } catch .noSuchFileOrDirectory {
      return []
    } catch {
      report(OutboxFault(name.escaped, "\(error)"), tell)
      return []
    }
  }

  private mutating func report(_ fault: OutboxFault, _ tell: (OutboxFault) -> Void) {
    faults += 1
    tell(fault)
  }

  /// The digests of the inputs that records name, by the name in the record and that of the file.
  private static func digests(
    of records: [VerifiedRecord], in sources: [any Directory]
  ) throws(Errno) -> [String: [String: String]] {
    let wanted = Set(records.map(\.source))
    var digests: [String: [String: String]] = [:]
    for folder in sources {
      var names: [FileName] = []
      try folder.forEachName { names.append($0) }
      for name in names {
        guard let source = origin(of: name, among: wanted),
          let status = try? folder.status(of: name), status.kind == .regular,
          let digest = digest(of: name, in: folder)
        else { continue }
        digests[source, default: [:]][name.escaped] = digest
      }
    }
    return digests
  }

  /// The digest of an input, or `nil` when it cannot be read.
  private static func digest(of name: FileName, in folder: any Directory) -> String? {
    guard let file = try? folder.openFile(name), (try? file.status())?.kind == .regular else {
      return nil
    }
    return try? SourceDigest.hexadecimal(of: FileDescriptor(rawValue: file.rawValue))
  }

  /// The name in a record that a file may stand for: its own, or that without the number before its extension.
  private static func origin(of name: FileName, among wanted: Set<String>) -> String? {
    let text = name.escaped
    if wanted.contains(text) { return text }
    let split = text.dropFirst().firstIndex(of: ".") ?? text.endIndex
    let stem = text[..<split]
    guard let dash = stem.lastIndex(of: "-"), Int(stem[stem.index(after: dash)...]) != nil else {
      return nil
    }
    let unnumbered = String(stem[..<dash] + text[split...])
    return wanted.contains(unnumbered) ? unnumbered : nil
  }

  private static let ending = ".zst"
  // Bytes of a file in the outbox: packed records may be many.
  private static let largestFile = 8 << 30
}
