import ArgumentParser
import Extraction

/// The command `winnow`.
@main
struct Winnow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "winnow",
    abstract: "Keeps the main article of web pages.",
    discussion: """
      Reads saved pages and tells the article apart from navigation, captions, comments, teasers, \
      tickers and promotion.

      Examples:
        winnow extract page.html --format text
        winnow extract pages/ --format jsonl > records.jsonl
        curl -s https://example.org/ | winnow extract - --url https://example.org/
      """,
    version: WinnowVersion.current,
    subcommands: [
      ExtractCommand.self, ExplainCommand.self, BenchCommand.self, LabelCommand.self,
      FeaturesCommand.self, CheckConfigCommand.self, StatusCommand.self, RetryCommand.self,
      VerifyCommand.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let isUsage = [ExitCode.success, .validationFailure].contains(exitCode(for: error))
      if isUsage, DashedName.isExplained(in: CommandLine.arguments.dropFirst()) {
        exit(withError: ExitCode.validationFailure)
      }
      exit(withError: error)
    }
  }
}
