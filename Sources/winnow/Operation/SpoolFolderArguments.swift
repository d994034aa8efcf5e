import ArgumentParser
import Spool
import SystemPackage

/// The folders of a daemon, named as `winnowd` has them.
struct SpoolFolderArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The inbox of the daemon.", valueName: "dir"))
  var inbox: String

  @Option(
    help: ArgumentHelp("Its folder for done inputs. (default: INBOX/done)", valueName: "dir"))
  var done: String?

  @Option(
    help: ArgumentHelp("Its folder for failed inputs. (default: INBOX/failed)", valueName: "dir"))
  var failed: String?

  /// The configuration of these folders.
  func configuration(outbox: String) -> SpoolConfiguration {
    var configuration = SpoolConfiguration(
      inbox: ArgumentPath.path(inbox), outbox: ArgumentPath.path(outbox))
    configuration.done = done.map { ArgumentPath.path($0) }
    configuration.failed = failed.map { ArgumentPath.path($0) }
    return configuration
  }
}
