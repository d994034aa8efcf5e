import SystemPackage

/// Removes inputs from the folders of the done and the failed ones, and nothing else.
///
/// What is no regular file, has a hidden or temporary name, or in the folder of the failed ones has no note
/// beside it, was not put there by the daemon and stays.
struct InputRetention: Sendable {
  let folders: SpoolFolders

  /// What a look at a folder came to.
  struct Outcome: Hashable, Sendable {
    /// Inputs that were removed.
    var count = 0
    /// Their bytes.
    var bytes = 0
    /// Whether another look would find more.
    var isPartial = false
    /// Why an input could not be removed, or the folder not be listed.
    var failure: String?
  }

  /// Removes what is beyond the limits of the done ones.
  func clearDone(_ limits: RetentionLimits, now: Int64) -> Outcome {
    clear(folders.done, limits, now: now) { _ in [] }
  }

  /// Removes what is beyond the limits of the failed ones, each with its note.
  func clearFailed(_ limits: RetentionLimits, now: Int64) -> Outcome {
    clear(folders.failed, limits, now: now) { name in
      hasNote(name, in: folders.failed) ? [OutputName.note(for: name)] : nil
    }
  }

  /// Removes what is beyond the limits; `companions` tells which files go with an input, and `nil` for a file
  /// that stays.
  private func clear(
    _ folder: any Directory, _ limits: RetentionLimits, now: Int64,
    companions: (FileName) -> [FileName]?
  ) -> Outcome {
    var outcome = Outcome()
    guard limits.isSet else { return outcome }
    var selection = RetentionSelection(limits, now: now)
    do throws(Errno) {
      try folder.forEachName { name in
        guard let input = input(name, in: folder, companions) else { return }
        selection.add(input)
      }
    } catch {
      outcome.failure = "\(error)"
      return outcome
    }
    let (expired, isPartial) = selection.finish()
    for input in expired {
      do throws(Errno) {
        // The input goes first, so that no failed one is ever without its reason.
        let others = companions(input.name) ?? []
        try folder.remove(input.name)
        outcome.count += 1
        outcome.bytes += input.bytes
        for name in others { try folder.remove(name) }
      } catch .noSuchFileOrDirectory {
        // Somebody else took it away.
      } catch {
        outcome.failure = "\(input.name.escaped): \(error)"
      }
    }
    outcome.isPartial = isPartial && outcome.failure == nil
    return outcome
  }

  private func input(
    _ name: FileName, in folder: any Directory, _ companions: (FileName) -> [FileName]?
  ) -> RetainedInput? {
    guard !TemporaryNames.contains(name), let status = try? folder.status(of: name),
      status.kind == .regular, let others = companions(name)
    else { return nil }
    let sizes = others.map { (try? folder.status(of: $0).stamp.size) ?? 0 }
    return RetainedInput(
      name: name, bytes: Int(sizes.reduce(status.stamp.size, +)), since: status.stamp.changed)
  }

  /// Whether the daemon's note stands beside a file.
  private func hasNote(_ name: FileName, in folder: any Directory) -> Bool {
    let note = OutputName.note(for: name)
    guard let content = try? folder.contents(of: note, limit: FailureNote.beginning.utf8.count)
    else { return false }
    return String(decoding: content, as: UTF8.self) == FailureNote.beginning
  }
}
