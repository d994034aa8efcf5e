import Intake
import Operation
import Spool
import SystemPackage

/// What the verification of a folder came to.
struct Verified {
  let tally: VerificationTally
  private(set) var lines: [String] = []

  /// Verifies a folder.
  init(
    _ path: FilePath, sources: [any Directory] = [], dictionaries: [[UInt8]] = [],
    limits: IntakeLimits = IntakeLimits()
  ) throws {
    var lines: [String] = []
    tally = try OutboxVerification(
      of: path, sources: sources, dictionaries: dictionaries.map { PackDictionary($0) },
      limits: limits
    ) { lines.append($0.line) }.tally
    self.lines = lines
  }
}
