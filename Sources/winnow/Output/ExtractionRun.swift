import SystemPackage

/// Extracts inputs on several threads, tells of those that fail, and shows how far it is.
struct ExtractionRun {
  /// The inputs.
  let inputs: [ExtractInput]
  /// The threads.
  let threadCount: Int
  /// Whether a progress bar may be drawn on standard error, if that is a terminal.
  let showsProgress: Bool

  /// Runs to the end.
  ///
  /// - Parameters:
  ///   - makeWorker: Called on each thread; what it returns makes outcomes of inputs by their numbers.
  ///   - consume: Called with each outcome in order.
  /// - Returns: Whether some input failed.
  /// - Throws: What `consume` throws, and an outcome's `outputError`.
  func run(
    makeWorker: @escaping @Sendable () -> (Int) -> ExtractionOutcome,
    consume: (ExtractionOutcome) throws -> Void
  ) throws -> Bool {
    var progress =
      showsProgress && inputs.count > 1 ? TerminalProgress(total: inputs.count) : nil
    var hasFailed = false
    let pipeline = OrderedPipeline<ExtractionOutcome>(
      jobCount: inputs.count, threadCount: threadCount)
    defer { progress?.finish() }
    try pipeline.run(makeWorker: makeWorker) { outcome in
      if let message = outcome.message {
        progress?.clear()
        StandardError.write(message)
      }
      if outcome.isFailure { hasFailed = true }
      progress?.advance(isFailure: outcome.isFailure)
      if let error = outcome.outputError { throw error }
      try consume(outcome)
    }
    return hasFailed
  }
}
