import SystemPackage

extension ExtractionOutcome {
  /// Writes the record to its file; what is left is the outcome without it, or with what went wrong.
  func placed(at path: FilePath, ending: [UInt8]) -> ExtractionOutcome {
    var outcome = self
    do throws(OutputFileError) {
      let file = try PendingFile(for: path)
      try file.write(bytes + ending)
      try file.place()
    } catch {
      outcome.outputError = error
    }
    outcome.bytes = []
    return outcome
  }
}
