import ArgumentParser
import Glibc
import Settings

/// `winnow check-config`: what is wrong with a configuration of the daemon, or what it comes to.
struct CheckConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-config",
    abstract: "Checks a configuration of winnowd.",
    discussion: """
      Reads the file and the environment (WINNOW_…) as winnowd does, and tells all that is wrong, each with its \
      line. Whether the folders are there is for winnowd to see.

      Examples:
        winnow check-config --config /etc/winnow/winnow.yaml
        winnow check-config --config winnow.yaml --print

      Exit status: 0 nothing is wrong, 64 wrong usage, 78 something is.
      """)

  @Option(
    help: ArgumentHelp(
      "The file of settings. (default: that which WINNOW_CONFIG names, or none)",
      valueName: "file"),
    completion: .file())
  var config: String?

  @Flag(help: "Print each setting with its value and where that comes from.")
  var print = false

  @Option(help: ArgumentHelp("Print the table of all settings.", visibility: .hidden))
  var describe: SettingsReference?

  func run() throws {
    _ = signal(SIGPIPE, SIG_IGN)
    if let describe { return Swift.print(describe.text, terminator: "") }
    do throws(SettingsProblems) {
      let settings = try DaemonSettings.read(config)
      if print { Swift.print(settings.listing, terminator: "") }
    } catch {
      for problem in error.all { StandardError.tell(problem.message) }
      throw ExitCode(EX_CONFIG)
    }
  }
}
