import ArgumentParser
import Dispatch
import Extraction
import Foundation
import Logging
import Spool
import SystemPackage

/// `winnowd`: watches a folder and writes the record of each page that is dropped there.
///
/// The command is synchronous and ends in `dispatchMain()`, which traps after any `await`.
struct Daemon: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "winnowd",
    abstract: "Watches a folder and writes the record of each page that is dropped there.",
    discussion: """
      Exit codes: 0 ok, 1 some documents failed (--once), 64 usage, 73 cannot create, 74 input or \
      output error, 75 the inbox is served already, 77 permission, 78 configuration.
      """,
    version: WinnowVersion.current)

  @OptionGroup var folders: FolderArguments
  @OptionGroup var work: WorkArguments
  @OptionGroup var readiness: ReadinessArguments
  @OptionGroup var limits: LimitArguments
  @OptionGroup var isolation: IsolationArguments

  @Option(help: "The least level of what is logged on stderr.")
  var logLevel = LogLevel.info

  func validate() throws {
    guard !(folders.keep && folders.delete) else {
      throw ValidationError("--keep and --delete exclude each other")
    }
    try work.validate()
    try readiness.validate()
    try limits.validate()
    try isolation.validate()
  }

  func run() throws {
    let sink = LogSink()
    LoggingSystem.bootstrap { SinkLogHandler(label: $0, sink: sink) }
    var logger = Logger(label: "winnowd")
    logger.logLevel = logLevel.level
    let manager = ServiceManager(logger)
    do throws(SpoolError) {
      try start(logger, sink, manager)
    } catch {
      logger.critical("\(error.message)")
      manager?.tell(.status(error.message))
      sink.flush()
      throw ExitCode(error.exitCode.rawValue)
    }
    dispatchMain()
  }

  private func start(
    _ logger: Logger, _ sink: LogSink, _ manager: ServiceManager?
  ) throws(SpoolError) {
    var configuration = folders.configuration
    work.apply(to: &configuration)
    readiness.apply(to: &configuration.limits)
    configuration.limits.keepsInputs = folders.keep
    limits.apply(to: &configuration)
    let workers = try isolation.workers(for: configuration, logger)
    let service = try SpoolService(
      configuration, in: LocalFileSystem(), workers: workers,
      supervision: manager?.supervision(allowance: configuration.longestStep), logger: logger
    ) { code in
      sink.flush()
      Foundation.exit(code.rawValue)
    }
    service.start()
  }
}
