import ArgumentParser
import Extraction
import Glibc

/// How pages are extracted, for the commands that print records.
struct ExtractionArguments: ParsableArguments {
  /// Threads used unless the user says otherwise, where there are as many cores.
  ///
  /// Two overlap reading with work, and leave the other cores of a shared machine to others.
  private static let defaultJobs = 2
  /// The most threads that may be asked for.
  ///
  /// Each holds a page and its tree in memory.
  private static let jobsRange = 1...256

  @Option(
    help: ArgumentHelp(
      "The roles whose blocks a record lists, separated by commas, or all.", valueName: "list"))
  var roles: RoleSelection?

  @Flag(help: "Name the elements above each block.")
  var paths = false

  @Flag(help: "Score blocks by text density and rules alone, without the fitted model.")
  var rules = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      How much precision counts for more than recall, -0.9 to 1: over the default the text leaves out \
      doubtful blocks, under it takes them in. (default: \(ExtractionOptions().precisionBias))
      """, valueName: "value"))
  var bias: Float?

  @Option(name: .shortAndLong, help: "The number of threads. (default: 2, or 1 on one core)")
  var jobs: Int?

  func validate() throws {
    if let jobs, !Self.jobsRange.contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to \(Self.jobsRange.upperBound).")
    }
    if let bias, !ExtractionOptions.precisionBiasRange.contains(bias) {
      throw ValidationError("--bias is a number from -0.9 to 1.")
    }
  }

  /// The options of the extractors.
  var options: ExtractionOptions {
    var options = ExtractionOptions()
    if let roles { options.roles = roles.roles }
    options.includesPaths = paths
    options.usesModel = !rules
    if let bias { options.precisionBias = bias }
    return options
  }

  /// The threads to use.
  var threadCount: Int { jobs ?? min(Self.defaultJobs, Self.coreCount) }

  /// The cores that are running.
  private static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
