extension Record {
  /// Marks the record of a page that could not be read.
  mutating func fail(_ error: ExtractionError) {
    switch error {
    case .emptyInput:
      status = .empty
      reason = .emptyInput
    case .notText:
      status = .failed
      reason = .unsupported
    case .outOfMemory:
      status = .failed
      reason = .memory
    }
  }
}
