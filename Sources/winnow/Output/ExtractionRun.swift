import Intake
import Packing
import SystemPackage

/// Extracts inputs on several threads, tells of those that fail, and shows how far it is.
struct ExtractionRun {
  /// The inputs.
  let inputs: [ExtractInput]
  /// The threads.
  let threadCount: Int
  /// Whether a progress bar may be drawn on standard error, if that is a terminal.
  let showsProgress: Bool
  /// Makes a worker; called on each thread.
  let makeWorker: @Sendable () -> ExtractionWorker

  /// Runs to the end.
  ///
  /// - Parameters:
  ///   - refine: Called on the worker's thread with each outcome that is no container's, and the number of its
  ///     input; what it returns is handed over.
  ///   - consume: Called with what comes out, in the order of the inputs.
  /// - Returns: Whether some input, or some page in one, failed.
  /// - Throws: What `consume` throws, and an outcome's `outputError` unless it is of its name alone.
  func run(
    refine: @escaping @Sendable (ExtractionOutcome, Int) -> ExtractionOutcome = { outcome, _ in
      outcome
    },
    consume: (ExtractionEvent) throws -> Void
  ) throws -> Bool {
    var progress =
      showsProgress && inputs.count > 1 ? TerminalProgress(total: inputs.count) : nil
    var hasFailed = false
    let pipeline = OrderedPipeline<ExtractionOutcome>(
      jobCount: inputs.count, threadCount: threadCount)
    let (inputs, makeWorker) = (inputs, makeWorker)
    var number = 0
    defer { progress?.finish() }
    try pipeline.run {
      let worker = makeWorker()
      return { index in
        let outcome = worker.outcome(of: inputs[index])
        return outcome.container == nil ? refine(outcome, index) : outcome
      }
    } consume: { outcome in
      if let container = outcome.container {
        // One page needs no bar, but one container may have a million.
        if showsProgress, progress == nil { progress = TerminalProgress(total: inputs.count) }
        try consume(.containerBegins(input: number))
        let end = try extraction(of: container, inputs[number]).run { page in
          if try Self.handOver(page, number, &progress, to: consume) { hasFailed = true }
        }
        try consume(.containerEnds(input: number, end))
      } else if try Self.handOver(outcome, number, &progress, to: consume) {
        hasFailed = true
      }
      progress?.countInput()
      number += 1
    }
    return hasFailed
  }

  /// Tells what there is to tell and hands the outcome over; says whether it is a failure.
  private static func handOver(
    _ outcome: ExtractionOutcome, _ number: Int, _ progress: inout TerminalProgress?,
    to consume: (ExtractionEvent) throws -> Void
  ) throws -> Bool {
    if let message = outcome.message {
      progress?.clear()
      StandardError.write(message)
    }
    if let error = outcome.outputError {
      guard error.isOfItsNameAlone else { throw error }
      progress?.clear()
      StandardError.tell(error.message)
      progress?.count(isPage: true, isFailure: true)
      return true
    }
    try consume(.outcome(outcome, input: number))
    // What becomes of a container as a whole is no page, and a note has no record.
    let isPage = outcome.entry.map { $0.source.page != PackedSource.endOfContainer } ?? false
    progress?.count(isPage: isPage, isFailure: outcome.isFailure)
    return outcome.isFailure
  }

  private func extraction(
    of container: ContainerReader, _ input: ExtractInput
  ) -> ContainerExtraction {
    ContainerExtraction(
      container: container, input: input, threadCount: threadCount, makeWorker: makeWorker)
  }
}
