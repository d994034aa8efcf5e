import ArgumentParser
import Extraction
import Operation
import Spool
import SystemPackage

/// `winnow retry`: puts failed inputs back into the inbox.
struct RetryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Puts failed inputs back into the inbox of a daemon.",
    discussion: """
      Each goes back by a rename that replaces nothing, and its note goes after it; a daemon may run \
      meanwhile. A name may be given as it is or as the log writes it.

      Examples:
        winnow retry --inbox /srv/winnow/inbox --reason timeout
        winnow retry --inbox /srv/winnow/inbox page.html

      Exit codes: 0 all went back, 1 some did not, 64 usage, 74 input or output error, 77 permission, 78 a \
      folder is missing.
      """)

  @OptionGroup var folders: SpoolFolderArguments

  @Flag(help: "All failed inputs.")
  var all = false

  @Option(help: ArgumentHelp("Those that failed for this reason; may be repeated."))
  var reason: [String] = []

  @Option(
    help: ArgumentHelp(
      "Also make the file beside it that says that it is whole, with this ending.",
      valueName: "ending"))
  var doneSuffix: String?

  @Flag(help: "Say what would go back, and change nothing.")
  var dryRun = false

  @Argument(help: "Names of failed inputs.")
  var names: [String] = []

  func validate() throws {
    guard all || !reason.isEmpty || !names.isEmpty else {
      throw ValidationError("name inputs, or give --all or --reason")
    }
    guard !all || (names.isEmpty && reason.isEmpty) else {
      throw ValidationError("--all goes with neither names nor --reason")
    }
    let known = FailureReason.allCases.map(\.rawValue) + ["unknown"]
    for reason in reason where !known.contains(reason) {
      throw ValidationError(
        "there is no reason \"\(reason)\"; there are: \(known.joined(separator: ", "))")
    }
    guard doneSuffix.map({ !$0.isEmpty && !$0.contains("/") }) ?? true else {
      throw ValidationError("--done-suffix is an ending of a name")
    }
  }

  func run() throws {
    do throws(SpoolError) {
      try retry()
    } catch {
      throw error.exitCode == .someFailed ? ExitCode(1) : error.exit
    }
  }

  private func retry() throws(SpoolError) {
    let inboxPath = ArgumentPath.path(folders.inbox)
    let failedPath =
      folders.failed.map { ArgumentPath.path($0) } ?? inboxPath.appending("failed")
    let inbox = try open(inboxPath)
    let failed = try open(failedPath)
    let selection = RetrySelection(names: names, reasons: reason)
    let inputs = try listing(failedPath) { () throws(Errno) in
      try FailedFolder.inputs(in: failed)
    }
    let chosen = selection.chosen(of: inputs)
    let missing = selection.unmatchedNames(in: inputs)
    for name in missing { StandardError.tell("there is no failed input \(name)") }
    guard !dryRun else {
      for input in chosen { print("would retry  \(input.name.escaped)") }
      return
    }
    let retry = try listing(failedPath) { () throws(Errno) in
      try InputRetry(from: failed, to: inbox, markerSuffix: doneSuffix)
    }
    let outcomes = chosen.map { ($0.name, retry.retry($0)) }
    for (name, outcome) in outcomes { print(Self.line(name, outcome)) }
    let moved = outcomes.count { $0.1 == .moved }
    print("\(moved) of \(chosen.count) went back")
    if moved < chosen.count || !missing.isEmpty { throw SpoolError(.someFailed, "") }
  }

  private static func line(_ name: FileName, _ outcome: RetryOutcome) -> String {
    switch outcome {
    case .moved: "retried  \(name.escaped)"
    case .nameTaken: "left     \(name.escaped)  (the inbox has a file of that name)"
    case .gone: "gone     \(name.escaped)"
    case .refused(let why): "left     \(name.escaped)  (\(why))"
    }
  }

  private func open(_ path: FilePath) throws(SpoolError) -> any Directory {
    try listing(path) { () throws(Errno) in try LocalFileSystem().openDirectory(at: path) }
  }

  private func listing<Value>(
    _ path: FilePath, _ body: () throws(Errno) -> Value
  ) throws(SpoolError) -> Value {
    do throws(Errno) {
      return try body()
    } catch {
      throw SpoolError(error, path)
    }
  }
}
