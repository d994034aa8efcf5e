import ArgumentParser
import Spool
import SystemPackage

/// How the daemon tells of itself.
struct MonitoringArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file for metrics in the text format of Prometheus, replaced every --metrics-interval.",
      valueName: "file"))
  var metricsFile: String?

  @Option(
    help: ArgumentHelp(
      "A UNIX socket that answers GET /metrics and GET /health over HTTP.", valueName: "path"))
  var metricsSocket: String?

  @Option(help: ArgumentHelp("Seconds between two writings of the metrics.", valueName: "seconds"))
  var metricsInterval = 15.0

  @Flag(help: "Say what --once would take and what not, and why, and change nothing.")
  var dryRun = false

  func validate(isOnce: Bool) throws {
    guard (0.1...3600).contains(metricsInterval) else {
      throw ValidationError("--metrics-interval is between 0.1 and 3600")
    }
    guard !dryRun || isOnce else { throw ValidationError("--dry-run needs --once") }
  }

  /// Enters what was chosen.
  func apply(to configuration: inout SpoolConfiguration) {
    configuration.monitoring.metricsFile = metricsFile.map { FilePath($0) }
    configuration.monitoring.metricsSocket = metricsSocket.map { FilePath($0) }
    configuration.monitoring.interval = .milliseconds(Int(metricsInterval * 1000))
  }

  /// Prints what a dry run found.
  func print(_ dryRun: DryRun) {
    for line in dryRun.lines { Swift.print(line.text) }
    for obstacle in dryRun.obstacles { Swift.print("note: \(obstacle)") }
    Swift.print(dryRun.summary)
  }
}
