import Extraction
import Intake
import SystemPackage

/// Tells what a daemon would take from its inbox and what not, and changes nothing.
///
/// The decisions are those of the daemon: the same rules say whether a file is whole.
package struct DryRun: Sendable {
  /// What would become of each name, in the order of the names; claims first.
  package private(set) var lines: [DryRunLine] = []
  /// What would hold the daemon up as a whole.
  package private(set) var obstacles: [String] = []

  private let configuration: SpoolConfiguration
  private let folders: ExistingFolders

  /// What a daemon of that configuration would do.
  ///
  /// - Throws: `SpoolError` where the daemon would not start either, but for a lock, which is an obstacle.
  package init(
    _ configuration: SpoolConfiguration, in fileSystem: any FileSystem
  ) throws(SpoolError) {
    self.configuration = configuration
    folders = try ExistingFolders(configuration, in: fileSystem)
    do throws(Errno) {
      lines = try claimLines()
      lines += try inboxLines()
    } catch {
      throw SpoolError(.inputOutput, "inbox \(configuration.inbox): \(error)")
    }
    findObstacles()
  }

  /// The counts of all lines in a sentence.
  package var summary: String {
    func count(_ words: String...) -> Int { lines.count { words.contains($0.verdict.word) } }
    return "\(count("take", "resume", "give-up")) would be taken, \(count("later")) later,"
      + " \(count("leave")) left alone"
  }

  private mutating func findObstacles() {
    if let process = LockOwner.processIdentifier(of: folders.inbox.identity) {
      obstacles.append("process \(process) serves the inbox; another daemon would end with 75")
    }
    guard configuration.limits.space.isSet else { return }
    let space = OutboxSpace(
      freeBytes: (try? folders.outbox.freeBytes()) ?? 0,
      usedBytes: SpaceMeter.usedBytes(of: folders.outbox) ?? 0)
    if let shortage = configuration.limits.space.shortage(in: space) {
      obstacles.append("nothing would be taken: of the outbox, \(shortage)")
    }
  }

  // MARK: - Claims

  private func claimLines() throws(Errno) -> [DryRunLine] {
    var lines: [DryRunLine] = []
    for (attempt, folder) in folders.claims {
      var names: [FileName] = []
      try folder.forEachName { names.append($0) }
      let next = attempt + 1
      let verdict =
        next > configuration.limits.lastAttempt
        ? DryRunVerdict.giveUp : .resume(attempt: next)
      lines += names.sorted().map { name in
        let size = (try? folder.status(of: name)).map { Int($0.stamp.size) }
        return DryRunLine(name: name, bytes: size, verdict: verdict)
      }
    }
    return lines
  }

  // MARK: - The inbox

  private func inboxLines() throws(Errno) -> [DryRunLine] {
    var candidates = Candidates(
      capacity: .max, readiness: configuration.limits.readiness,
      stability: configuration.limits.stability, minimumAge: configuration.limits.minimumAge)
    candidates.beginScan()
    let scanner = InboxScanner(folders.own)
    var lines: [DryRunLine] = []
    var entries: [InboxEntry] = []
    try folders.inbox.forEachName { name in
      guard let entry = try? scanner.entry(name, in: folders.inbox), !isHiddenFolder(entry) else {
        return
      }
      if let line = oddity(entry) {
        lines.append(line)
      } else if let document = configuration.limits.readiness.document(ofMarker: name) {
        candidates.mark(document, now: .zero)
        lines.append(
          DryRunLine(name: name, bytes: nil, verdict: .leave("says that a file is whole")))
      } else {
        entries.append(entry)
      }
    }
    // All markers are known before the first file is judged.
    for entry in entries {
      candidates.see(entry, now: .zero)
      lines.append(
        DryRunLine(
          name: entry.name, bytes: Int(entry.status.stamp.size),
          verdict: verdict(on: entry, candidates[entry.name])))
    }
    return lines.sorted { $0.name < $1.name }
  }

  /// Whether it is a folder as the daemon makes for its own use, which is nobody's business.
  private func isHiddenFolder(_ entry: InboxEntry) -> Bool {
    TemporaryNames.isHidden(entry.name) && entry.status.kind == .directory
  }

  private func oddity(_ entry: InboxEntry) -> DryRunLine? {
    if TemporaryNames.isHidden(entry.name) {
      return DryRunLine(name: entry.name, bytes: nil, verdict: .leave("hidden"))
    }
    if TemporaryNames.contains(entry.name) {
      return DryRunLine(name: entry.name, bytes: nil, verdict: .leave("temporary name"))
    }
    guard entry.status.kind != .regular else { return nil }
    return DryRunLine(name: entry.name, bytes: nil, verdict: .leave(entry.status.kind.rawValue))
  }

  private func verdict(on entry: InboxEntry, _ state: Candidates.State?) -> DryRunVerdict {
    switch state {
    case .awaiting: return .later("the file beside it that says that it is whole is not there")
    case .settling:
      let needed = max(configuration.limits.stability, configuration.limits.minimumAge)
      return .later("changed \(entry.age.tenths) s ago, has to hold still for \(needed.tenths) s")
    default: return content(of: entry)
    }
  }

  private func content(of entry: InboxEntry) -> DryRunVerdict {
    do throws(Errno) {
      let file = try ClaimedFile(entry.name, in: folders.inbox)
      if file.isOpenForWriting { return .later("a program has it open for writing") }
      return file.size > configuration.workerSettings.intake.fileBytes ? large(file) : .take
    } catch .permissionDenied {
      return .fail(.permission)
    } catch {
      return .later("\(error)")
    }
  }

  /// What becomes of a file that is too large for a page: its beginning tells whether it is a container.
  private func large(_ file: borrowing ClaimedFile) -> DryRunVerdict {
    var reader = DocumentReader(limits: configuration.workerSettings.intake)
    do throws(FailedDocument) {
      _ = try reader.open(
        file.fileDescriptor, name: file.name.escaped, size: file.size,
        modified: file.modifiedSeconds)
      return .take
    } catch {
      return error.reason == .tooLarge ? .fail(.tooLarge) : .take
    }
  }
}

extension Duration {
  /// Seconds with one decimal.
  fileprivate var tenths: String {
    let tenths = Int(self / .milliseconds(100))
    return "\(tenths / 10).\(tenths % 10)"
  }
}
