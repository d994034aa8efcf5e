import Extraction
import SystemPackage

/// Puts records into the outbox, so that a name stands for a whole record or for nothing.
package struct OutboxWriter: Sendable {
  private let outbox: any Directory
  private let inspector: any OutputInspecting
  private let existing: ExistingPolicy

  /// A writer to that folder.
  ///
  /// - Parameters:
  ///   - outbox: The folder.
  ///   - inspector: Tells which input an existing output was made of.
  ///   - existing: What becomes of a record whose name another one has.
  package init(
    outbox: any Directory, inspector: any OutputInspecting, existing: ExistingPolicy = .rename
  ) {
    self.outbox = outbox
    self.inspector = inspector
    self.existing = existing
  }

  /// Writes the record of the input of that name.
  ///
  /// The record is written to a temporary file, synchronized, closed and renamed, and the folder is
  /// synchronized. Unless this returns `.blocked`, the input may leave: whatever goes wrong here is the
  /// outbox's trouble, never the document's.
  ///
  /// - Parameters:
  ///   - document: The record.
  ///   - input: The name of the input.
  ///   - page: What tells the input apart when it is a page of a container.
  /// - Returns: What became of it.
  package func publish(
    _ document: ProcessedDocument, of input: FileName, page: PageOrigin? = nil
  ) -> Publication {
    do throws(Errno) {
      return publish([try stage(document, of: input, page: page)])[0]
    } catch {
      return .blocked(.outbox("\(error)"))
    }
  }

  /// Writes the record of the input of that name to a file of a temporary name, and waits until it is on stable
  /// storage.
  func stage(
    _ document: ProcessedDocument, of input: FileName, page: PageOrigin? = nil
  ) throws(Errno) -> StagedRecord {
    let isSkipped = try isSkipped(Target(input: input, sha256: document.sha256, page: page))
    return StagedRecord(
      document: document, input: input, page: page, outbox: outbox,
      temporary: isSkipped ? nil : try TemporaryFile.write(document.frame, in: outbox))
  }

  /// Gives records their names, and synchronizes the folder once for all of them.
  ///
  /// - Returns: What became of each.
  func publish(_ records: [StagedRecord]) -> [Publication] {
    let publications = records.map { publish($0) }
    guard publications.contains(where: { $0.result == .done }) else { return publications }
    do throws(Errno) {
      // One that was there may be new, and its name not be on stable storage yet.
      try outbox.synchronize()
      return publications
    } catch {
      return publications.map { $0.result == .done ? .blocked(.outbox("\(error)")) : $0 }
    }
  }

  /// Removes the file of a record that is not to get its name.
  static func discard(_ record: StagedRecord) {
    guard let temporary = record.temporary else { return }
    try? record.outbox.remove(temporary)
  }

  /// Gives a record its name, which is not on stable storage then.
  private func publish(_ record: StagedRecord) -> Publication {
    let skipped = Publication.skipped(OutputName.record(for: record.input))
    guard let temporary = record.temporary else { return skipped }
    let target = Target(input: record.input, sha256: record.document.sha256, page: record.page)
    do throws(Errno) {
      // The record of another input may have got the name since this one was staged.
      if try isSkipped(target) {
        try outbox.remove(temporary)
        return skipped
      }
      try place(temporary, record.document, target)
      return .written
    } catch {
      Self.discard(record)
      return .blocked(.outbox("\(error)"))
    }
  }

  private func isSkipped(_ target: Target) throws(Errno) -> Bool {
    guard existing == .skip else { return false }
    return try another(than: target) != nil
  }

  /// Whether a record of the input of that name and digest is there, and of that page where it is one.
  package func holdsRecord(of input: FileName, sha256: String, page: PageOrigin? = nil) -> Bool {
    guard !sha256.isEmpty else { return false }
    return Target(input: input, sha256: sha256, page: page).names.contains { name in
      (try? inspector.output(name, in: outbox))?.isOf(sha256, page) ?? false
    }
  }

  /// The input that a record is made of.
  private struct Target {
    let input: FileName
    let sha256: String
    let page: PageOrigin?

    /// The names that its record may have, the first that is free being taken; the last is no other input's.
    var names: [FileName] {
      let digests = [sha256] + (page.map { [$0.digest(of: sha256)] } ?? [])
      return [OutputName.record(for: input)]
        + digests.map { digest in
          let distinction = String(digest.prefix(OutboxWriter.distinctionLength))
          return OutputName.record(for: input, distinction: distinction)
        } + digests.suffix(1).map { OutputName.record(for: input, distinction: $0) }
    }
  }

  /// The record of another input that has the first name of this one's, or `nil` when none has.
  ///
  /// What is no record of this program is neither skipped for nor replaced.
  private func another(than target: Target) throws(Errno) -> OutputOrigin? {
    guard !target.sha256.isEmpty else { return nil }
    do throws(Errno) {
      let origin = try inspector.output(OutputName.record(for: target.input), in: outbox)
      return origin?.isOf(target.sha256, target.page) ?? true ? nil : origin
    } catch .noSuchFileOrDirectory {
      return nil
    }
  }

  /// Gives the temporary file its name.
  ///
  /// A name that is taken by the record of another input stays with it. The digest of the input then
  /// tells the two apart, and for a page of a container what is known of it, so that the same input always
  /// comes to the same name, however often its work is cut short between this rename and the end. Inputs
  /// that could not be read have none and are numbered.
  private func place(
    _ temporary: FileName, _ document: ProcessedDocument, _ target: Target
  ) throws(Errno) {
    guard !target.sha256.isEmpty else { return try placeNumbered(temporary, document, target) }
    let names = target.names
    if try place(temporary, document, target, as: names[0]) { return }
    // That a page could not be read is no reason to lose what was read before.
    if existing == .replace, let other = try another(than: target),
      other.isFailed || document.status != .failed
    {
      return try outbox.rename(temporary, to: outbox, as: names[0], replacing: true)
    }
    for name in names.dropFirst().dropLast() {
      if try place(temporary, document, target, as: name) { return }
    }
    try outbox.rename(temporary, to: outbox, as: names[names.count - 1], replacing: true)
  }

  /// Gives the temporary file the first name that is free or stands for the very same record.
  private func placeNumbered(
    _ temporary: FileName, _ document: ProcessedDocument, _ target: Target
  ) throws(Errno) {
    for number in 1..<Self.maximumNumber {
      let distinction = number == 1 ? nil : "\(number)"
      let name = OutputName.record(for: target.input, distinction: distinction)
      if try place(temporary, document, target, as: name) { return }
    }
    throw .fileExists
  }

  /// Gives the temporary file that name if it is free, or if it stands for a record of the same input.
  ///
  /// - Returns: Whether the record is in the outbox now.
  private func place(
    _ temporary: FileName, _ document: ProcessedDocument, _ target: Target, as name: FileName
  ) throws(Errno) -> Bool {
    do throws(Errno) {
      try outbox.rename(temporary, to: outbox, as: name, replacing: false)
      return true
    } catch .fileExists {
      guard let existing = try? inspector.output(name, in: outbox),
        existing.isOf(target.sha256, target.page)
      else { return try removeIfEqual(temporary, document, name) }
      if document.status == .failed, !existing.isFailed {
        // The work was done, and its traces were lost in a crash before the input could leave.
        try outbox.remove(temporary)
      } else {
        try outbox.rename(temporary, to: outbox, as: name, replacing: true)
      }
      return true
    }
  }

  /// Removes the temporary file when the very same record has the name already.
  private func removeIfEqual(
    _ temporary: FileName, _ document: ProcessedDocument, _ name: FileName
  ) throws(Errno) -> Bool {
    let limit = document.frame.count + 1
    guard (try? outbox.contents(of: name, limit: limit)) == document.frame else { return false }
    try outbox.remove(temporary)
    return true
  }

  // Hexadecimal digits of SHA-256 in a name: 48 bits.
  private static let distinctionLength = 12
  // Records of unreadable inputs of one name in an outbox, as many as `InputRetirement` keeps inputs.
  private static let maximumNumber = 100_000
}
