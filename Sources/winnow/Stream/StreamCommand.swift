import ArgumentParser
import Extraction
import Glibc
import Streaming
import Synchronization
import SystemPackage

/// `winnow stream`: lines of pages in, lines of records out.
struct StreamCommand: ParsableCommand {
  /// The longest line unless the user says otherwise: a page of 100 MiB, the most that is read of any, in
  /// Base64 fits.
  private static let defaultLineLimit = ByteSize(bytes: 144 << 20)

  static let configuration = CommandConfiguration(
    commandName: "stream",
    abstract: "Reads pages as JSON lines and writes their records as JSON lines.",
    discussion: """
      Each line of standard input is an object {"id", "url", "html"}, where html_base64 may stand in the \
      place of html for the bytes of a page in any encoding, and charset beside it names the encoding that \
      the transport gave. Each gives one line on standard output, in the same order; blank lines give none. \
      Records are written as soon as no other is ready, so that another program can wait for each.

      A line that gives no page gives a record with status "failed", its reason, and the line's number in \
      source.name. What is held in memory is bounded: lines up to --max-line, and no more of them at a time.

      Examples:
        winnow stream < pages.jsonl > records.jsonl
        zstdcat pages.jsonl.zst | winnow stream -j 8 | zstd > records.jsonl.zst

      Exit status: 0 all well, 1 some line failed, 64 wrong usage, 74 input could not be read or output \
      not written.
      """)

  @OptionGroup var extraction: ExtractionArguments

  @Option(help: "How to read the bytes: as their content shows, as HTML or as plain text.")
  var input: MediaTypeChoice = .auto

  @Option(
    help: ArgumentHelp(
      "The longest line, in bytes or with KiB, MiB, GiB; a longer one fails.", valueName: "size"))
  var maxLine: ByteSize = Self.defaultLineLimit

  func run() throws {
    let readError = Mutex<(any Error)?>(nil)
    var hasFailed = false
    try CommandErrors.tell {
      try stream(hasFailed: &hasFailed) { error in readError.withLock { $0 = error } }
    }
    if let error = readError.withLock({ $0 }) {
      StandardError.tell("input: \(error)")
      throw ExitCode(EX_IOERR)
    }
    if hasFailed { throw ExitCode.failure }
  }

  private func stream(
    hasFailed: inout Bool, onReadError: @escaping @Sendable (any Error) -> Void
  ) throws {
    let (options, mediaType, limit) = (extraction.options, input, maxLine.bytes)
    let pipeline = StreamPipeline<StreamLine, ExtractionOutcome>(
      threadCount: extraction.threadCount, costBudget: limit)
    var output = OutputWriter(.standardOutput)
    try pipeline.run { submit in
      var source = LineSource(.standardInput, limit: limit)
      do {
        try source.forEachLine { submit($0, $0.bytes.count) }
      } catch {
        onReadError(error)
      }
    } makeWorker: {
      let worker = StreamWorker(options: options, mediaType: mediaType)
      return { worker.outcome(of: $0) }
    } consume: { outcome in
      if let message = outcome.message { StandardError.write(message) }
      if outcome.isFailure { hasFailed = true }
      try output.write(outcome.bytes)
    } idle: {
      try output.flush()
    }
    try output.flush()
  }
}
