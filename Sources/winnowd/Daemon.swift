import ArgumentParser
import Dispatch
import Extraction
import Foundation
import Logging
import Settings
import Spool

/// `winnowd`: watches a folder and writes the record of each page that is dropped there.
///
/// The command is synchronous and ends in `dispatchMain()`, which traps after any `await`.
struct Daemon: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "winnowd",
    abstract: "Watches a folder and writes the record of each page that is dropped there.",
    discussion: """
      Every setting can stand in a file (--config) and in the environment as well. SIGHUP reads them again.

      Exit codes: 0 ok, 1 some documents failed (--once), 64 usage, 73 cannot create, 74 input or \
      output error, 75 the inbox is served already, 77 permission, 78 configuration.
      """,
    version: WinnowVersion.current)

  @OptionGroup(title: "Configuration") var sources: ConfigurationArguments
  @OptionGroup(title: "Folders") var folders: FolderArguments
  @OptionGroup(title: "Work") var work: WorkArguments
  @OptionGroup(title: "When a file is whole") var readiness: ReadinessArguments
  @OptionGroup(title: "Limits") var limits: LimitArguments
  @OptionGroup(title: "Retention") var retention: RetentionArguments
  @OptionGroup(title: "Log") var log: LogArguments
  @OptionGroup(title: "Monitoring") var monitoring: MonitoringArguments

  @Flag(help: "Work off what is in the inbox, and end.")
  var once = false

  @Flag(help: "Say what --once would take and what not, and why, and change nothing.")
  var dryRun = false

  @Flag(help: .hidden)
  var misbehaveOnRequest = false

  private var given: [RawSetting] {
    let groups: [any SettingArguments] = [
      folders, work, readiness, limits, retention, log, monitoring,
    ]
    return groups.flatMap(\.given)
  }

  func validate() throws {
    guard !dryRun || once else { throw ValidationError("--dry-run needs --once") }
    for setting in given {
      do throws(SettingsProblem) {
        _ = try setting.value()
      } catch {
        throw ValidationError(error.message)
      }
    }
  }

  func run() throws {
    let manager = ServiceManager()
    let loader = SettingsLoader(
      flags: given, environment: ProcessInfo.processInfo.environment, path: sources.config)
    let settings = try load(by: loader, manager)
    if sources.printConfig {
      print(settings.listing, terminator: "")
    } else if dryRun {
      try tryOut(settings)
    } else {
      try serve(settings, loader, manager)
    }
  }

  /// Prints what `--once` would do.
  private func tryOut(_ settings: Settings) throws {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    do throws(SpoolError) {
      let dryRun = try DryRun(
        SpoolConfiguration(settings, coreCount: cores), in: LocalFileSystem())
      for line in dryRun.lines { print(line.text) }
      for obstacle in dryRun.obstacles { print("note: \(obstacle)") }
      print(dryRun.summary)
    } catch {
      StandardError.tell(error.message)
      throw ExitCode(error.exitCode.rawValue)
    }
  }

  private func load(
    by loader: SettingsLoader, _ manager: ServiceManager?
  ) throws -> Settings {
    do throws(SettingsProblems) {
      return try loader.load(isComplete: !sources.printConfig)
    } catch {
      for problem in error.all { StandardError.tell(problem.message) }
      manager?.tell(.status(error.line))
      let code = error.isUsage ? SpoolExitCode.usage : .configuration
      throw ExitCode(code.rawValue)
    }
  }
}
