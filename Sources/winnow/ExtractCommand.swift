import ArgumentParser
import Extraction
import Glibc
import Intake
import Packing
import SystemPackage

/// `winnow extract`: pages in, records out.
struct ExtractCommand: ParsableCommand {
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
        winnow extract pages/ --output records/ --skip-existing
        winnow extract pages/ --output shards/ --pack 256MiB
        winnow extract --format text -- -page-whose-name-begins-with-a-dash.html

      Exit status: 0 all well, 1 some file or page failed or a container is damaged, 64 wrong usage, 73 the \
      output cannot be made, 74 output could not be written, 75 another process packs into the folder.
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

  @Option(help: "How to read the bytes: as their content shows, or as what is named.")
  var input: InputChoice = .auto

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
    try CommandErrors.tell {
      do {
        if try extract(InputList(arguments: files)) { throw ExitCode.failure }
      } catch let error as OutputPlanError {
        // Not the usage is wrong but what it names.
        StandardError.tell(error.message)
        throw ExitCode.validationFailure
      }
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
    let run = run(of: list.inputs, in: list, showsProgress: isatty(STDOUT_FILENO) == 0)
    let hasFailed = try run.run { event in
      switch event {
      case .containerBegins: printer.expectSeveral()
      case .outcome(let outcome, _): try printer.print(outcome)
      case .containerEnds: break
      }
    }
    try printer.finish()
    return hasFailed
  }

  private func writeFiles(of list: InputList, into folder: FilePath) throws -> Bool {
    let plan = try OutputPlan(
      list.inputs, in: list.directories, into: folder, ending: format.fileEnding)
    let targets = plan.targets.filter { target in
      !plan.isOutput(target.input) && !(output.skipExisting && target.output.exists)
    }
    let ending = format.fileEnding == "json" ? Array("\n".utf8) : []
    var container: PendingFile?
    var hasNoFile = false
    let run = run(of: targets.map(\.input), in: list, showsProgress: true)
    let hasFailed = try run.run { outcome, index in
      // One that failed is tried again by the next run.
      outcome.isFailure ? outcome : outcome.placed(at: targets[index].output, ending: ending)
    } consume: { event in
      do throws(OutputFileError) {
        switch event {
        case .containerBegins(let index):
          container = try PendingFile(for: targets[index].output)
        case .outcome(let outcome, _):
          if !outcome.bytes.isEmpty { try container?.write(outcome.bytes + ending) }
        case .containerEnds(_, let end):
          // What the operating system failed to read is read by the next run; damage stays what it is.
          let file = container.take()
          if end != .unread { try file?.place() }
        }
      } catch {
        guard error.isOfItsNameAlone else { throw error }
        StandardError.tell(error.message)
        hasNoFile = true
      }
    }
    return hasFailed || hasNoFile
  }

  private func pack(
    _ list: InputList, into folder: FilePath, shardByteCount: Int
  ) throws -> Bool {
    var writer = try PackWriter(
      into: folder, options: output.packOptions(shardByteCount: shardByteCount),
      isResuming: output.skipExisting)
    let (packed, containers) = (writer.packedSources, writer.packedContainers)
    let inputs = list.inputs.filter { input in
      let key = SourceKey.text(of: input)
      return !packed.contains(PackedSource(key)) && !containers.contains(key)
        && !Self.isPacked(input, in: folder)
    }
    let hasFailed = try run(of: inputs, in: list, showsProgress: true).run { event in
      switch event {
      case .containerBegins: break
      case .outcome(let outcome, let index):
        guard var entry = outcome.entry else { return }
        entry.source.name = SourceKey.text(of: inputs[index])
        // The pages of a container that was cut short are read again, and packed once.
        guard entry.source.page == nil || !packed.contains(entry.source) else { return }
        try writer.add(outcome.bytes, entry)
      case .containerEnds(let index, .whole):
        // Standard input may be another container the next time.
        guard inputs[index] != .standardInput else { return }
        try writer.endContainer(SourceKey.text(of: inputs[index]))
      case .containerEnds: break
      }
    }
    try writer.finish()
    return hasFailed
  }

  /// Whether an input is a shard or the manifest of the folder that is packed into, which may lie among pages.
  private static func isPacked(_ input: ExtractInput, in folder: FilePath) -> Bool {
    guard case .file(let path, isNamed: false) = input,
      path.removingLastComponent().lexicallyNormalized() == folder.lexicallyNormalized()
    else { return false }
    return PackWriter.isFile(path.lastComponent?.string ?? "")
  }

  private func run(
    of inputs: [ExtractInput], in list: InputList, showsProgress: Bool
  ) -> ExtractionRun {
    let directories = list.directories
    let (format, options, url, input) = (format, extraction.options, url, input)
    return ExtractionRun(
      inputs: inputs, threadCount: extraction.threadCount, showsProgress: showsProgress
    ) {
      ExtractionWorker(
        format: format, options: options, url: url, input: input, directories: directories)
    }
  }
}
