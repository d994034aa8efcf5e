import ArgumentParser
import Operation
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
      the record names. A record of a page of a container is checked alike, but its digest is not compared. \
      Prints a line for each fault. Exit codes: 0 no fault, 1 some, 64 usage, 74 a folder \
      cannot be read, 77 permission, 78 a folder is missing.
      """)

  @Argument(help: ArgumentHelp("The outbox.", valueName: "outbox"))
  var outbox: String

  @Option(help: ArgumentHelp("The inbox, whose done folder holds inputs.", valueName: "dir"))
  var inbox: String?

  @Option(
    name: .customLong("source"),
    help: ArgumentHelp("Another folder with inputs; may be repeated.", valueName: "dir"))
  var sources: [String] = []

  @Flag(name: .shortAndLong, help: "Do not print the sentence at the end.")
  var quiet = false

  func run() throws {
    do throws(SpoolError) {
      let verification = try verify()
      if !quiet { print(verification.summary) }
      if verification.faults > 0 { throw SpoolError(.someFailed, "") }
    } catch {
      throw error.exitCode == .someFailed ? ExitCode(1) : error.exit
    }
  }

  private func verify() throws(SpoolError) -> OutboxVerification {
    let folder = try Self.open(ArgumentPath.path(outbox))
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
    do throws(Errno) {
      return try OutboxVerification(of: folder, sources: folders) { print($0.line) }
    } catch {
      throw SpoolError(error, ArgumentPath.path(outbox))
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
