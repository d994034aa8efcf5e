import ArgumentParser
import Glibc
import Operation
import Spool
import SystemPackage

/// `winnow status`: how a watch folder stands.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Tells how the watch folder of a daemon stands.",
    discussion: """
      Counts what lies in the folders by age, and adds what the daemon says of itself. It takes no lock and \
      changes nothing. Exit codes: 0 the service does its work, 1 something needs attention (it is named at \
      the end), 64 usage, 74 a folder cannot be read, 77 permission, 78 a folder is missing.
      """)

  @OptionGroup var folders: SpoolFolderArguments

  @Option(help: ArgumentHelp("The outbox of the daemon.", valueName: "dir"))
  var outbox: String

  @Flag(help: "Print JSON, a line each time.")
  var json = false

  @Flag(help: "Print again every --interval seconds, until interrupted.")
  var watch = false

  @Option(help: ArgumentHelp("Seconds between two reports of --watch.", valueName: "seconds"))
  var interval = 2.0

  @Option(help: ArgumentHelp("End --watch after so many reports.", valueName: "count"))
  var updates: Int?

  @Option(
    help: ArgumentHelp(
      "Seconds for which a file may wait in the inbox before it needs attention.",
      valueName: "seconds"))
  var attentionSeconds = 3600

  func validate() throws {
    guard (0.1...3600).contains(interval) else {
      throw ValidationError("--interval is between 0.1 and 3600")
    }
    guard updates ?? 1 >= 1 else { throw ValidationError("--updates is at least 1") }
    guard attentionSeconds >= 0 else {
      throw ValidationError("--attention-seconds is at least 0")
    }
    guard watch || updates == nil else { throw ValidationError("--updates needs --watch") }
  }

  func run() throws {
    let reader = StatusReader(
      folders.configuration(outbox: outbox), in: LocalFileSystem(),
      patience: Int64(attentionSeconds))
    var needsAttention = false
    var count = 0
    repeat {
      if count > 0 { usleep(UInt32(interval * 1_000_000)) }
      count += 1
      do throws(SpoolError) {
        let report = try reader.report(at: WallClock.now())
        needsAttention = !report.attention.isEmpty
        try print(report)
      } catch {
        throw error.exit
      }
    } while watch && count < updates ?? .max
    if needsAttention { throw ExitCode(1) }
  }

  private func print(_ report: StatusReport) throws(SpoolError) {
    var bytes = json ? report.json : Array(report.text.utf8)
    if watch, !json {
      // Clears a terminal; elsewhere an empty line stands between two reports.
      bytes = Array((isatty(STDOUT_FILENO) == 1 ? "\u{1B}[H\u{1B}[2J" : "").utf8) + bytes
      bytes += "\n".utf8
    }
    do {
      _ = try FileDescriptor.standardOutput.writeAll(bytes)
    } catch {
      throw SpoolError(.inputOutput, "standard output: \(error)")
    }
  }
}
