import ArgumentParser
import Extraction
import Foundation
import Spool

/// How documents are taken and what their records hold.
struct WorkArguments: ParsableArguments {
  @Flag(help: "Work off what is in the inbox, and end.")
  var once = false

  @Option(help: "Documents in work at a time. (default: the number of cores)")
  var workers: Int?

  @Option(help: "Level of zstd, 1 to 19.")
  var compressionLevel = 3

  @Option(help: "Roles of the blocks that records list, separated by commas, or all.")
  var roles: String?

  @Option(
    parsing: .unconditional,
    help: """
      How much precision counts for more than recall, -0.9 to 1. (default: \
      \(ExtractionOptions().precisionBias))
      """)
  var bias: Float?

  func validate() throws {
    guard (1...1024).contains(workers ?? 1) else {
      throw ValidationError("--workers is between 1 and 1024")
    }
    guard (1...19).contains(compressionLevel) else {
      throw ValidationError("--compression-level is between 1 and 19")
    }
    guard ExtractionOptions.precisionBiasRange.contains(bias ?? 0) else {
      throw ValidationError("--bias is between -0.9 and 1")
    }
    _ = try chosenRoles()
  }

  /// Enters what was chosen.
  func apply(to configuration: inout SpoolConfiguration) {
    configuration.limits.once = once
    configuration.limits.workers = workers ?? ProcessInfo.processInfo.activeProcessorCount
    // Writing a record takes a tenth of the time that reading a page does, unless the disk is slow.
    configuration.limits.publishing = configuration.limits.workers
    configuration.workerSettings.compressionLevel = compressionLevel
    if let bias { configuration.workerSettings.extraction.precisionBias = bias }
    if let roles = try? chosenRoles() { configuration.workerSettings.extraction.roles = roles }
  }

  private func chosenRoles() throws -> Set<Role>? {
    guard let roles else { return nil }
    do throws(UnknownRole) {
      return try Role.set(named: roles)
    } catch {
      throw ValidationError("there is no role named \"\(error.name)\"")
    }
  }
}
