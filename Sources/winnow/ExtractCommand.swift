import ArgumentParser
import Extraction
import Glibc
import Packing
import SystemPackage

/// `winnow extract`: pages in, records out.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Prints the records of pages.",
    discussion: """
      FILE is a page, plain or compressed with gzip or zstd, a directory, or - for standard input. \
      A directory stands for the regular files in it and below it, sorted by path; hidden names and \
      symbolic links in it are skipped. A symbolic link that is named itself is followed.

      Records come in the order of the arguments. A file that fails gives a record with status \
      "failed" and its reason, and a line on standard error.

      Examples:
        winnow extract page.html
        winnow extract page.html.gz --format markdown
        winnow extract pages/ -j 4 --format jsonl > records.jsonl
        zstdcat page.zst | winnow extract - --url https://example.org/page
        winnow extract page.html --roles all --paths
        winnow extract pages/ --output records/ --skip-existing
        winnow extract pages/ --output shards/ --pack 256MiB
        winnow extract --format text -- -page-whose-name-begins-with-a-dash.html

      Exit status: 0 all well, 1 some file failed, 64 wrong usage, 73 the output cannot be made, 74 output \
      could not be written, 75 another process packs into the folder.
      """)

  @Argument(help: ArgumentHelp("Pages, directories, or - for standard input.", valueName: "file"))
  var files: [String] = ["-"]

  @Option(
    help: """
      How to print records. json is one object for one FILE, else an array; text, markdown and html \
      hold the article alone or with its title.
      """)
  var format: OutputFormat = .json

  @OptionGroup(title: "Output") var output: OutputArguments

  @OptionGroup(title: "Extraction") var extraction: ExtractionArguments

  @Option(help: "The page's address, for one FILE.")
  var url: String?

  @Option(help: "How to read the bytes: as their content shows, as HTML or as plain text.")
  var input: MediaTypeChoice = .auto

  func validate() throws {
    if files.filter({ $0 == ExtractInput.standardInputName }).count > 1 {
      throw ValidationError("Standard input can be read only once.")
    }
    if format == .html && output.folder == nil || url != nil, !InputList.isSingle(files) {
      throw ValidationError("--format html and --url take one FILE, and no directory.")
    }
    if output.pack != nil, format != .json, format != .jsonl {
      throw ValidationError("--pack holds JSON: leave --format out.")
    }
  }

  func run() throws {
    // A reader that leaves early shows as EPIPE from write.
    _ = signal(SIGPIPE, SIG_IGN)
    do {
      if try extract(InputList(arguments: files)) { throw ExitCode.failure }
    } catch Errno.brokenPipe {
      // The reader has what it wanted.
    } catch let error as Errno {
      StandardError.tell("output: \(error)")
      throw ExitCode(EX_IOERR)
    } catch let error as OutputPlanError {
      throw ValidationError(error.message)
    } catch let error as OutputFileError {
      StandardError.tell(error.message)
      throw ExitCode(EX_CANTCREAT)
    }
  }

  /// Extracts to where the options say; tells whether some file failed.
  private func extract(_ list: InputList) throws -> Bool {
    guard let folder = output.folder else { return try printRecords(of: list) }
    if let size = output.pack {
      do {
        return try pack(list, into: folder, shardByteCount: size.bytes)
      } catch let error as PackError {
        StandardError.tell(error.message(folder: folder))
        throw error.exitCode
      }
    }
    return try writeFiles(of: list, into: folder)
  }

  private func printRecords(of list: InputList) throws -> Bool {
    var printer = RecordPrinter(
      format: format, isSingle: list.isSingle, output: OutputWriter(.standardOutput))
    // Records and a progress bar on one terminal would write over each other.
    let run = run(of: list.inputs, showsProgress: isatty(STDOUT_FILENO) == 0)
    let hasFailed = try run.run(makeWorker: worker(of: list.inputs)) { try printer.print($0) }
    try printer.finish()
    return hasFailed
  }

  private func writeFiles(of list: InputList, into folder: FilePath) throws -> Bool {
    let plan = try OutputPlan(
      list.inputs, in: list.directories, into: folder, ending: format.fileEnding)
    let targets = plan.targets.filter { !output.skipExisting || !$0.output.exists }
    let (format, makeWorker) = (format, worker(of: targets.map(\.input)))
    return try run(of: targets.map(\.input), showsProgress: true).run {
      let work = makeWorker()
      return { index in
        var outcome = work(index)
        // One that failed is tried again by the next run.
        if outcome.isFailure { return outcome }
        do throws(OutputFileError) {
          // Texts end with a line feed of their own.
          if format.fileEnding == "json" { outcome.bytes.append(UInt8(ascii: "\n")) }
          try OutputFile.place(outcome.bytes, at: targets[index].output)
        } catch {
          outcome.outputError = error
        }
        outcome.bytes = []
        return outcome
      }
    } consume: { _ in
    }
  }

  private func pack(
    _ list: InputList, into folder: FilePath, shardByteCount: Int
  ) throws -> Bool {
    var writer = try PackWriter(
      into: folder, options: output.packOptions(shardByteCount: shardByteCount),
      isResuming: output.skipExisting)
    let inputs = list.inputs.filter { !writer.packedSources.contains(SourceKey.text(of: $0)) }
    let hasFailed = try run(of: inputs, showsProgress: true).run(makeWorker: worker(of: inputs)) {
      if let entry = $0.entry { try writer.add($0.bytes, entry) }
    }
    try writer.finish()
    return hasFailed
  }

  private func run(of inputs: [ExtractInput], showsProgress: Bool) -> ExtractionRun {
    ExtractionRun(
      inputs: inputs, threadCount: extraction.threadCount, showsProgress: showsProgress)
  }

  /// What makes a worker for each thread.
  private func worker(
    of inputs: [ExtractInput]
  ) -> @Sendable () -> (Int) -> ExtractionOutcome {
    let (format, options) = (format, extraction.options)
    let context = PageContext(url: url, mediaType: input)
    return {
      let worker = ExtractionWorker(format: format, options: options, context: context)
      return { worker.outcome(of: inputs[$0]) }
    }
  }
}
