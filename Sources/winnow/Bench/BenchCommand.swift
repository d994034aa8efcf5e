import ArgumentParser
import Evaluation
import Extraction
import Glibc
import Reporting
import SystemPackage

/// `winnow bench`: how well and how fast a corpus is read.
struct BenchCommand: ParsableCommand {
  /// The most rounds that may be asked for.
  private static let roundsRange = 1...100
  private static let jobsRange = 1...256

  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measures quality and speed on a corpus.",
    discussion: """
      DIR is a corpus in one of these layouts, its files plain or compressed: NAME/expected.json beside \
      NAME/source.html; NAME.roles.json beside NAME.txt; ground-truth.jsonl, or ground-truth.json, \
      beside html/ID.html; or pages.jsonl with labelled blocks of pages that --html names the folder of.

      --against compares with an earlier run saved by --json, or with another extractor's predictions, \
      one JSON object a line: {"id": …, "text": …}, and title, author, published, blocks where it has them. \
      A figure that fell by more than chance (paired bootstrap over pages, 5 % over all figures together) \
      ends the run with status 1, and so does one under its floor in DIR/floors.json.

      Examples:
        winnow bench Corpus
        winnow bench Corpus --json before.json
        winnow bench Corpus --against before.json --report report.html --explain-worst 10

      Exit status: 0 all well, 1 a figure fell or a page could not be read, 64 wrong usage or no corpus, \
      73 a report cannot be made, 74 input or output error.
      """)

  @Argument(help: ArgumentHelp("The corpus.", valueName: "dir"))
  var folder: String

  @Option(help: ArgumentHelp("Write an HTML report with plots.", valueName: "file"))
  var report: String?

  @Option(
    help: ArgumentHelp("Write all figures and every page's score as JSON.", valueName: "file"))
  var json: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Compare with an earlier run or with predictions; may be given more than once.",
      valueName: "file"))
  var against: [String] = []

  @Option(help: ArgumentHelp("The folder of the corpus's pages.", valueName: "dir"))
  var html: String?

  @Flag(help: "Only pages that no fit may see.")
  var heldOut = false

  @Flag(help: "Do not heed the floors of the corpus.")
  var noFloors = false

  @Flag(help: "Score blocks by text density and rules alone, without the fitted model.")
  var rules = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How much precision counts for more than recall, -0.9 to 1.", valueName: "value")
  )
  var bias: Float?

  @Option(help: "How many of the worst pages to list.")
  var worst = 0

  @Option(
    help: ArgumentHelp(
      "Write explanations of so many of the worst pages into a folder beside the report.",
      valueName: "n"))
  var explainWorst = 0

  @Option(help: "Read each page so often and take its least time.")
  var rounds = 1

  @Option(name: .shortAndLong, help: "The number of threads.")
  var jobs = 1

  func validate() throws {
    guard Self.roundsRange.contains(rounds) else {
      throw ValidationError("--rounds is a number from 1 to \(Self.roundsRange.upperBound).")
    }
    guard Self.jobsRange.contains(jobs) else {
      throw ValidationError("--jobs is a number from 1 to \(Self.jobsRange.upperBound).")
    }
    if let bias, !ExtractionOptions.precisionBiasRange.contains(bias) {
      throw ValidationError("--bias is a number from -0.9 to 1.")
    }
    guard worst >= 0, explainWorst >= 0 else {
      throw ValidationError("--worst and --explain-worst are numbers of pages.")
    }
    if explainWorst > 0, report == nil {
      throw ValidationError("--explain-worst writes beside the file of --report.")
    }
  }

  func run() throws {
    try CommandErrors.tell {
      do {
        guard try measure() else { throw ExitCode.failure }
      } catch let error as CorpusError {
        StandardError.tell(error.message)
        if case .notACorpus = error { throw ExitCode.validationFailure }
        throw ExitCode(EX_IOERR)
      }
    }
  }

  /// Measures, prints and writes all that was asked for.
  ///
  /// - Returns: Whether all is well.
  private func measure() throws -> Bool {
    let path = ArgumentPath.path(folder)
    let corpus = try CorpusReader(path, html: html.map(ArgumentPath.path))
    let pages = corpus.pages.filter { !heldOut || $0.reference.isHeldOut == true }
    guard !pages.isEmpty else { throw CorpusError.notACorpus(folder + " without fitted pages") }
    // What cannot be read or written is told before the work begins, not after it.
    let bases = try against.map { try ComparisonBase(ArgumentPath.path($0)) }
    let floors = try FloorCheck(corpus, in: path, isHeeded: areFloorsHeeded, usesModel: !rules)
    let run = BenchmarkRun(
      corpus: path.lastComponent?.string ?? folder, extractor: extractor,
      options: options.changes.filter { $0.key != "roles" }, pages: benchmark(pages))
    let comparisons = bases.map { $0.comparison(with: run, references: pages.map(\.reference)) }
    try write(run, comparisons, pages: pages, hash: corpus.hash)
    var output = OutputWriter(.standardOutput)
    try output.write(
      BenchmarkTable.render(run, comparisons: comparisons, worstCount: worst).utf8)
    let floorLines = floors.lines(for: run)
    try output.write(floorLines.text.utf8)
    try output.flush()
    return floorLines.holds && !comparisons.contains(where: \.comparison.hasFall)
      && !run.pages.contains { $0.problem != nil }
  }

  /// Floors hold for the whole corpus read with the options that everybody uses.
  private var areFloorsHeeded: Bool { !noFloors && !heldOut && bias == nil }

  private func write(
    _ run: BenchmarkRun, _ comparisons: [NamedComparison], pages: [CorpusPage], hash: String?
  ) throws {
    if let json {
      try OutputFile.write(
        BenchmarkJSON.encode(run, comparisons: comparisons, corpusHash: hash),
        to: ArgumentPath.path(json))
    }
    guard let report else { return }
    let file = ArgumentPath.path(report)
    let explained = run.worstPages(explainWorst).map(\.id)
    let links = try WorstPages(options: options, beside: file)
      .explain(explained.compactMap { id in pages.first { $0.reference.id == id } })
    let html = ReportPage.render(
      run, comparisons: comparisons, worstCount: max(worst, explainWorst, 20), links: links)
    try OutputFile.write(Array(html.utf8), to: file)
  }

  private func benchmark(_ pages: [CorpusPage]) -> [BenchmarkPage] {
    let (options, rounds) = (options, rounds)
    var results: [BenchmarkPage] = []
    results.reserveCapacity(pages.count)
    let pipeline = OrderedPipeline<BenchmarkPage>(jobCount: pages.count, threadCount: jobs)
    pipeline.run {
      let worker = BenchWorker(options: options, roundCount: rounds)
      return { worker.benchmark(pages[$0]) }
    } consume: {
      results.append($0)
    }
    return results
  }

  private var options: ExtractionOptions {
    var options = ExtractionOptions()
    options.roles = Set(Role.allCases)
    options.usesModel = !rules
    if let bias { options.precisionBias = bias }
    return options
  }

  private var extractor: String {
    let description = ExtractorDescription()
    return "\(description.name) \(description.version), \(options.modelName)"
  }
}
