/// What a verification counted.
package struct VerificationTally: Hashable, Sendable {
  /// Files that were read.
  package var files = 0
  /// Records in them that are whole.
  package var records = 0
  /// Records whose source is there.
  package var compared = 0
  /// Those of them whose source has their digest.
  package var matched = 0
  /// How many things are wrong.
  package var faults = 0

  /// Records whose source is not there any more, or was not looked for.
  package var uncompared: Int { records - compared }

  /// The sentence at the end.
  package var summary: String {
    "\(records) records in \(files) files, \(compared) compared with their source and \(matched) the same,"
      + " \(uncompared) whose source is not there, \(faults) faults"
  }

  /// Adds what another counted.
  static func += (left: inout VerificationTally, right: VerificationTally) {
    left.files += right.files
    left.records += right.records
    left.compared += right.compared
    left.matched += right.matched
    left.faults += right.faults
  }
}
