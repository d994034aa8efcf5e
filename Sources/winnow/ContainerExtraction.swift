import Intake

/// Makes the outcomes of a container's pages in their order, several at a time.
///
/// Pages are read in batches, so memory depends on the batch and not on the container.
struct ContainerExtraction {
  // Enough pages for threads to be busy while few of them wait for the last page of a batch.
  private static let batchPages = 256
  // Bytes of pages after which a batch is not made longer: half of the limit of one page.
  private static let batchBytes = 50 << 20

  let container: ContainerReader
  /// The input that it is.
  let input: ExtractInput
  let threadCount: Int
  /// Makes a worker; called once on each thread for a batch.
  let makeWorker: @Sendable () -> ExtractionWorker

  /// Hands over the outcome of each page, and then that of the container where there is one.
  ///
  /// - Returns: How far the container was read.
  /// - Throws: What `consume` throws.
  func run(consume: (ExtractionOutcome) throws -> Void) throws -> ContainerEnd {
    var failure: IntakeError?
    while failure == nil {
      let batch = nextBatch(&failure)
      guard !batch.isEmpty else { break }
      let (name, input, makeWorker) = (container.name, input, makeWorker)
      let pipeline = OrderedPipeline<ExtractionOutcome>(
        jobCount: batch.count, threadCount: threadCount)
      try pipeline.run {
        let worker = makeWorker()
        return { worker.outcome(of: batch[$0], in: name, input: input) }
      } consume: { outcome in
        try consume(outcome)
      }
    }
    if let note { try consume(ExtractionOutcome(bytes: [], message: note, isFailure: false)) }
    if let end = makeWorker().outcome(ofEnd: container, input: input, error: failure) {
      try consume(end)
    }
    if failure != nil { return .unread }
    let summary = container.summary
    return summary.reason == nil && summary.limits.isEmpty ? .whole : .damaged
  }

  /// A line on what gave no record; `nil` when all of the container did.
  private var note: String? {
    let summary = container.summary
    let others = summary.otherRecords + summary.otherContent
    guard others > 0 else { return nil }
    return
      "winnow: \(container.name): \(summary.pages) pages; \(summary.otherRecords) records of other "
      + "kinds and \(summary.otherContent) without a page left out"
  }

  private func nextBatch(_ failure: inout IntakeError?) -> [ContainerPage] {
    var pages: [ContainerPage] = []
    var byteCount = 0
    do throws(IntakeError) {
      while pages.count < Self.batchPages, byteCount < Self.batchBytes,
        let page = try container.next()
      {
        if case .success(let document) = page.document { byteCount += document.bytes.count }
        pages.append(page)
      }
    } catch {
      failure = error
    }
    return pages
  }
}
