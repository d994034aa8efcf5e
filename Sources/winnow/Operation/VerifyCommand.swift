import ArgumentParser
import Intake
import Operation
import Settings
import Spool
import SystemPackage

/// `winnow verify`: checks all records of an outbox.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks the records of an outbox.",
    discussion: """
      Each zstd frame must be whole, with a checksum and the size of its content; each record must be JSON of \
      the shape that its schema describes; and where the input is still there, it must have the digest that \
      the record names. For a page of a container that is the page's own; the container is read once.

      A folder that winnow extract --pack wrote, named itself or lying in the outbox, is checked against its \
      manifest: the size and digest of each shard, the place of each record, its identifier, status and \
      digest, and that no record is there twice and no shard without its line. Inputs of packed records are \
      looked for at the paths that the manifest names, from the current folder or one of --source.

      A container above max-container-bytes of winnowd is not compared. That limit and those on pages and \
      decompression are what --config and the environment (WINNOW_…) set, and never below their defaults.

      Prints a line for each fault. Exit codes: 0 no fault, 1 some, 64 usage, 74 a folder or dictionary \
      cannot be read, 77 permission, 78 a folder is missing or the configuration is wrong.
      """)

  @Argument(help: ArgumentHelp("The outbox.", valueName: "outbox"))
  var outbox: String

  @Option(help: ArgumentHelp("The inbox, whose done folder holds inputs.", valueName: "dir"))
  var inbox: String?

  @Option(
    name: .customLong("source"),
    help: ArgumentHelp("Another folder with inputs; may be repeated.", valueName: "dir"))
  var sources: [String] = []

  @Option(
    name: .customLong("dictionary"),
    help: ArgumentHelp(
      "The dictionary that shards were packed with; may be repeated.", valueName: "file"))
  var dictionaries: [String] = []

  @Option(
    help: ArgumentHelp(
      "The file of settings of winnowd, for its limits. (default: that which WINNOW_CONFIG names, or none)",
      valueName: "file"),
    completion: .file())
  var config: String?

  @Flag(name: .shortAndLong, help: "Do not print the sentence at the end.")
  var quiet = false

  func run() throws {
    let limits = try limits()
    let tally: VerificationTally
    do throws(SpoolError) {
      tally = try verify(limits)
    } catch {
      throw error.exit
    }
    if !quiet { print(tally.summary) }
    if tally.faults > 0 { throw ExitCode(1) }
  }

  /// What bounds the reading of inputs.
  private func limits() throws(ExitCode) -> IntakeLimits {
    do throws(SettingsProblems) {
      let settings = try DaemonSettings.read(config)
      return SpoolConfiguration(settings, coreCount: 1).workerSettings.intake.forVerification
    } catch {
      for problem in error.all { StandardError.tell(problem.message) }
      throw ExitCode(SpoolExitCode.configuration.rawValue)
    }
  }

  private func verify(_ limits: IntakeLimits) throws(SpoolError) -> VerificationTally {
    let path = ArgumentPath.path(outbox)
    // Told before the folders of inputs are.
    _ = try Self.open(path)
    let (inputs, dictionaries) = (
      InputPlaces(bases: sources.map(ArgumentPath.path)), try packDictionaries()
    )
    let folders = try folders()
    do throws(Errno) {
      return try OutboxVerification(
        of: path, sources: folders, inputs: inputs, dictionaries: dictionaries, limits: limits
      ) { print($0.line) }.tally
    } catch {
      throw SpoolError(error, path)
    }
  }

  /// The folders of inputs.
  private func folders() throws(SpoolError) -> [any Directory] {
    var folders: [any Directory] = []
    if let inbox {
      let path = ArgumentPath.path(inbox)
      // Inputs that stay (--keep) lie in the inbox itself; a folder that is not there holds none.
      folders.append(try Self.open(path))
      for name in ["done", "failed"] {
        if let found = try? LocalFileSystem().openDirectory(at: path.appending(name)) {
          folders.append(found)
        }
      }
    }
    for source in sources { folders.append(try Self.open(ArgumentPath.path(source))) }
    return folders
  }

  private func packDictionaries() throws(SpoolError) -> [PackDictionary] {
    do throws(OutputFileError) {
      var read: [PackDictionary] = []
      for name in dictionaries {
        read.append(PackDictionary(try OutputFile.contents(of: ArgumentPath.path(name))))
      }
      return read
    } catch {
      throw SpoolError(.inputOutput, error.message)
    }
  }

  private static func open(_ path: FilePath) throws(SpoolError) -> any Directory {
    do throws(Errno) {
      return try LocalFileSystem().openDirectory(at: path)
    } catch {
      throw SpoolError(error, path)
    }
  }
}
