import ArgumentParser
import Spool

/// When a file in the inbox counts as whole, and how the inbox is looked at.
struct ReadinessArguments: ParsableArguments {
  /// What shows that a file is whole.
  enum Sign: String, CaseIterable, ExpressibleByArgument {
    /// It was closed or moved in, or was found and holds still.
    case closed
    /// It holds still.
    case stable
    /// A file with an ending after its name lies beside it.
    case doneFile = "done-file"
  }

  @Option(
    help: "What shows that a file is whole: it was closed, it holds still, or a file beside it.")
  var ready = Sign.closed

  @Option(help: "The ending of the file beside it, with --ready done-file.")
  var doneSuffix = ".done"

  @Option(help: "Seconds for which a file that was merely found must not change.")
  var stabilitySeconds = 2.0

  @Option(help: "Seconds for which any file must not have changed.")
  var minimumAgeSeconds = 0.0

  @Option(help: "Seconds between two full scans of the inbox.")
  var rescanSeconds = 60.0

  @Flag(
    help: "Scan the inbox in short intervals and do not watch it, as network file systems need.")
  var poll = false

  func validate() throws {
    guard (0...86_400).contains(stabilitySeconds) else {
      throw ValidationError("--stability-seconds is between 0 and 86400")
    }
    guard (0...31_536_000).contains(minimumAgeSeconds) else {
      throw ValidationError("--minimum-age-seconds is between 0 and 31536000")
    }
    guard (0.1...86_400).contains(rescanSeconds) else {
      throw ValidationError("--rescan-seconds is between 0.1 and 86400")
    }
    guard !doneSuffix.isEmpty, !doneSuffix.contains("/") else {
      throw ValidationError("--done-suffix is at least one character and no slash")
    }
  }

  /// Enters what was chosen.
  func apply(to limits: inout SpoolLimits) {
    limits.readiness =
      switch ready {
      case .closed: .closed
      case .stable: .stable
      case .doneFile: .doneFile(suffix: doneSuffix)
      }
    limits.stability = .milliseconds(Int(stabilitySeconds * 1000))
    limits.minimumAge = .milliseconds(Int(minimumAgeSeconds * 1000))
    limits.rescanInterval = .milliseconds(Int(rescanSeconds * 1000))
    limits.pollInterval = max(limits.stability, .seconds(1))
    limits.polls = poll
  }
}
