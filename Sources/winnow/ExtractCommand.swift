import ArgumentParser
import Extraction
import Glibc
import Intake
import SystemPackage

/// `winnow extract`: pages in, records out.
struct ExtractCommand: ParsableCommand {
  /// Threads used unless the user says otherwise, where there are as many cores.
  ///
  /// Two overlap reading with work, and leave the other cores of a shared machine to others.
  private static let defaultJobs = 2
  /// The most threads that may be asked for.
  ///
  /// Each holds a page and its tree in memory.
  private static let jobsRange = 1...256

  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Prints the records of pages.",
    discussion: """
      FILE is a page, plain or compressed with gzip or zstd, a directory, or - for standard input. It \
      may also be an MHTML file, or a container: a WARC, or lines of JSON objects with id, url and html \
      or html_base64, which gives one record a page. \
      A directory stands for the regular files in it and below it, sorted by path; hidden names and \
      symbolic links in it are skipped. A symbolic link that is named itself is followed.

      Records come in the order of the arguments. A file that fails gives a record with status \
      "failed" and its reason, and a line on standard error.

      Examples:
        winnow extract page.html
        winnow extract page.html.gz --format markdown
        winnow extract pages/ -j 4 --format jsonl > records.jsonl
        winnow extract crawl.warc.gz -j 4 --format jsonl > records.jsonl
        zstdcat page.zst | winnow extract - --url https://example.org/page
        winnow extract page.html --roles all --paths
        winnow extract --format text -- -page-whose-name-begins-with-a-dash.html

      Exit status: 0 all well, 1 some file or page failed or a container is damaged, 64 wrong usage, 74 output could not be written.
      """)

  @Argument(help: ArgumentHelp("Pages, directories, or - for standard input.", valueName: "file"))
  var files: [String] = ["-"]

  @Option(
    help: """
      How to print records. json is one object for one FILE, else an array; text, markdown and html \
      hold the article alone or with its title.
      """)
  var format: OutputFormat = .json

  @Option(
    help: ArgumentHelp(
      "The roles whose blocks a record lists, separated by commas, or all.", valueName: "list"))
  var roles: RoleSelection?

  @Option(help: "The page's address, for one FILE.")
  var url: String?

  @Option(help: "How to read the bytes: as their content shows, or as what is named.")
  var input: InputChoice = .auto

  @Flag(help: "Name the elements above each block.")
  var paths = false

  @Flag(help: "Score blocks by text density and rules alone, without the fitted model.")
  var rules = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      How much precision counts for more than recall, -0.9 to 1: over the default the text leaves out \
      doubtful blocks, under it takes them in. (default: \(ExtractionOptions().precisionBias))
      """, valueName: "value"))
  var bias: Float?

  @Option(name: .shortAndLong, help: "The number of threads. (default: 2, or 1 on one core)")
  var jobs: Int?

  func validate() throws {
    if let jobs, !Self.jobsRange.contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to \(Self.jobsRange.upperBound).")
    }
    if let bias, !ExtractionOptions.precisionBiasRange.contains(bias) {
      throw ValidationError("--bias is a number from -0.9 to 1.")
    }
    if files.filter({ $0 == ExtractInput.standardInputName }).count > 1 {
      throw ValidationError("Standard input can be read only once.")
    }
    if format == .html || url != nil, !InputList.isSingle(files) {
      throw ValidationError("--format html and --url take one FILE, and no directory.")
    }
  }

  func run() throws {
    // A reader that leaves early shows as EPIPE from write.
    _ = signal(SIGPIPE, SIG_IGN)
    let list = InputList(arguments: files)
    var hasFailed = false
    do {
      try printRecords(of: list, hasFailed: &hasFailed)
    } catch Errno.brokenPipe {
      // The reader has what it wanted.
    } catch let error as Errno {
      _ = try? FileDescriptor.standardError.writeAll("winnow: output: \(error)\n".utf8)
      throw ExitCode(EX_IOERR)
    }
    if hasFailed { throw ExitCode.failure }
  }

  private func printRecords(of list: InputList, hasFailed: inout Bool) throws {
    let inputs = list.inputs
    let (format, options, url, input) = (format, options, url, input)
    let threadCount = jobs ?? min(Self.defaultJobs, Self.coreCount)
    let pipeline = OrderedPipeline<ExtractionOutcome>(
      jobCount: inputs.count, threadCount: threadCount)
    var printer = RecordPrinter(
      format: format, isSingle: list.isSingle, output: OutputWriter(.standardOutput))
    let makeWorker = { @Sendable in
      ExtractionWorker(format: format, options: options, url: url, input: input)
    }
    try pipeline.run {
      let worker = makeWorker()
      return { worker.outcome(of: inputs[$0]) }
    } consume: { outcome in
      guard let container = outcome.container else {
        if outcome.isFailure { hasFailed = true }
        return try printer.print(outcome)
      }
      printer.expectSeveral()
      let extraction = ContainerExtraction(
        container: container, threadCount: threadCount, makeWorker: makeWorker)
      try extraction.run { page in
        if page.isFailure { hasFailed = true }
        try printer.print(page)
      }
    }
    try printer.finish()
  }

  private var options: ExtractionOptions {
    var options = ExtractionOptions()
    if let roles { options.roles = roles.roles }
    options.includesPaths = paths
    options.usesModel = !rules
    if let bias { options.precisionBias = bias }
    return options
  }

  /// The cores that are running.
  private static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
