import ArgumentParser
import Extraction
import Intake
import Spool

/// What a document may cost; its record names the limits that bound.
struct LimitArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Bytes of a file.", valueName: "bytes"))
  var maxInputBytes = IntakeLimits().fileBytes

  @Option(help: ArgumentHelp("Bytes that come out of a compressed file.", valueName: "bytes"))
  var maxDecompressedBytes = IntakeLimits().decompressedBytes

  @Option(help: ArgumentHelp("Decompressed bytes for each stored one.", valueName: "ratio"))
  var maxDecompressionRatio = IntakeLimits().decompressionRatio

  @Option(help: ArgumentHelp("Elements of a page.", valueName: "count"))
  var maxNodes = ExtractionOptions().nodeLimit

  @Option(help: ArgumentHelp("Nesting depth of a page.", valueName: "count"))
  var maxDepth = ExtractionOptions().depthLimit

  @Option(help: "Seconds for a page; needs --isolation process.")
  var maxSeconds = SpoolLimits.defaultSeconds

  @Option(help: "Seconds without a sign that the work on a page goes on; likewise.")
  var maxSilentSeconds = SpoolLimits.defaultSilentSeconds

  @Option(help: ArgumentHelp("Bytes of memory of a worker; likewise.", valueName: "bytes"))
  var maxMemory = SpoolLimits.defaultMemoryBytes

  @Option(help: ArgumentHelp("Bytes of a record before compression.", valueName: "bytes"))
  var maxOutputBytes = SpoolLimits.defaultOutputBytes

  @Option(
    help: ArgumentHelp(
      "Bytes of the files in the outbox above which nothing is taken. (default: no limit)",
      valueName: "bytes"))
  var maxOutboxBytes: Int?

  @Option(
    help: ArgumentHelp(
      "Free bytes on the file system of the outbox below which nothing is taken.",
      valueName: "bytes"))
  var minFreeBytes = 0

  /// The largest limit that can be set: positions in a page are 32 bits wide, and those of libxml2 have a sign.
  private static let largestLimit = Int(Int32.max)

  func validate() throws {
    let positive = [
      ("--max-input-bytes", maxInputBytes), ("--max-decompressed-bytes", maxDecompressedBytes),
      ("--max-decompression-ratio", maxDecompressionRatio), ("--max-nodes", maxNodes),
      ("--max-depth", maxDepth), ("--max-seconds", maxSeconds),
      ("--max-silent-seconds", maxSilentSeconds),
    ]
    for (name, value) in positive where value < 1 {
      throw ValidationError("\(name) is at least 1")
    }
    for (name, value) in positive where value > Self.largestLimit {
      throw ValidationError("\(name) is at most \(Self.largestLimit)")
    }
    guard maxOutputBytes <= Self.largestLimit else {
      throw ValidationError("--max-output-bytes is at most \(Self.largestLimit)")
    }
    guard maxOutboxBytes ?? 1 >= 1 else {
      throw ValidationError("--max-outbox-bytes is at least 1")
    }
    guard minFreeBytes >= 0 else { throw ValidationError("--min-free-bytes is at least 0") }
    // Less holds neither the parser's tables nor a record that says why a page failed.
    guard maxMemory >= 16 << 20 else { throw ValidationError("--max-memory is at least 16777216") }
    guard maxOutputBytes >= 4096 else {
      throw ValidationError("--max-output-bytes is at least 4096")
    }
  }

  /// Enters what was chosen.
  func apply(to configuration: inout SpoolConfiguration) {
    configuration.limits.space.maximumOutboxBytes = maxOutboxBytes
    configuration.limits.space.minimumFreeBytes = minFreeBytes
    configuration.workerSettings.intake.fileBytes = maxInputBytes
    configuration.workerSettings.intake.decompressedBytes = maxDecompressedBytes
    configuration.workerSettings.intake.decompressionRatio = maxDecompressionRatio
    configuration.workerSettings.extraction.nodeLimit = maxNodes
    configuration.workerSettings.extraction.depthLimit = maxDepth
    configuration.workerSettings.seconds = maxSeconds
    configuration.workerSettings.silentSeconds = maxSilentSeconds
    configuration.workerSettings.memoryBytes = maxMemory
    configuration.workerSettings.outputBytes = maxOutputBytes
  }
}
