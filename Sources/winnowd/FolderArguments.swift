import ArgumentParser
import Spool
import SystemPackage

/// The folders of the daemon and what becomes of inputs.
struct FolderArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The folder to watch. It must exist.", valueName: "dir"))
  var inbox: String

  @Option(help: ArgumentHelp("The folder for records. It must exist.", valueName: "dir"))
  var outbox: String

  @Option(
    help: ArgumentHelp(
      "The folder for done inputs, on the file system of the inbox. (default: INBOX/done)",
      valueName: "dir"))
  var done: String?

  @Option(
    help: ArgumentHelp(
      "The folder for failed inputs, on the file system of the inbox. (default: INBOX/failed)",
      valueName: "dir"))
  var failed: String?

  @Flag(help: "Leave done inputs in the inbox.")
  var keep = false

  @Flag(help: "Remove done inputs.")
  var delete = false

  /// The configuration of these folders.
  var configuration: SpoolConfiguration {
    var configuration = SpoolConfiguration(inbox: FilePath(inbox), outbox: FilePath(outbox))
    configuration.done = done.map { FilePath($0) }
    configuration.failed = failed.map { FilePath($0) }
    configuration.retirement = keep ? .keep : delete ? .delete : .move
    return configuration
  }
}
