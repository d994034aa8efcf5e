package import Spool
package import SystemPackage

/// Reads the folder of the failed inputs.
package enum FailedFolder {
  /// The inputs in it, in the order of their names.
  ///
  /// A note is told from an input by what is in it, since an input may have any name; a note whose input is not
  /// there belongs to none.
  ///
  /// - Throws: The error of the listing.
  package static func inputs(in folder: any Directory) throws(Errno) -> [FailedInput] {
    var names: Set<FileName> = []
    try folder.forEachName { name in
      if !TemporaryNames.isHidden(name) { names.insert(name) }
    }
    var inputs: [FailedInput] = []
    for name in names.sorted() {
      guard let status = try? folder.status(of: name), status.kind == .regular else { continue }
      let note = OutputName.note(for: name)
      let reason = names.contains(note) ? reason(in: note, of: folder) : nil
      if reason == nil, name.hasEnding(OutputName.noteExtension),
        self.reason(in: name, of: folder) != nil
      {
        continue
      }
      inputs.append(FailedInput(name: name, note: reason == nil ? nil : note, reason: reason))
    }
    return inputs
  }

  /// The number of inputs by reason; those without a note count as `unknown`.
  package static func reasons(of inputs: [FailedInput]) -> [String: Int] {
    inputs.reduce(into: [:]) { $0[$1.reason ?? "unknown", default: 0] += 1 }
  }

  /// The reason that a note gives, or `nil` when the file is no note.
  private static func reason(in note: FileName, of folder: any Directory) -> String? {
    guard let bytes = try? folder.contents(of: note, limit: longestNote),
      let value = JSONValue(parsing: bytes), value["schema"]?.text == FailureNote.schema
    else { return nil }
    return value["reason"]?.text ?? "unknown"
  }

  // Bytes of a note, as the daemon has it.
  private static let longestNote = 16_384
}
