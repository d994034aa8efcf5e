package import Extraction

/// What the state machine asks of its shell.
package enum SpoolAction: Hashable, Sendable {
  /// List the claims that an earlier process left; answered by `recovered`.
  case recoverClaims
  /// Watch the inbox; answered by `watchEstablished` or `watchUnavailable`.
  case watch
  /// List the inbox; answered by `entrySeen` for each name and `scanFinished`.
  case scan
  /// See that the paths still lead to the open folders, and open them again where not; answered by
  /// `foldersChecked`.
  case checkFolders
  /// Rename a file into the folder of the claim; answered by `claimed`.
  ///
  /// The attempt the file comes from is `nil` when it is in the inbox.
  case claim(Claim, from: Int?)
  /// Read the claimed file and make its record; answered by `extracted`.
  case extract(Claim)
  /// Make the record of a document that is given up, without parsing it; answered by `extracted`.
  case abandon(Claim, FailureReason)
  /// Write the record to the outbox; answered by `published`.
  case publish(Claim)
  /// Move the input to the folder of the done or of the failed ones; answered by `retired`.
  case retire(Claim)
  /// Rename the claimed file back; answered by `released`.
  ///
  /// It goes to the folder of that attempt, or to the inbox when the attempt is `nil`.
  case release(Claim, to: Int?)
  /// Rename the claimed file into the folder of an earlier attempt; answered by `forgiven` when it is done.
  case forgive(Claim, to: Int)
  /// Measure the room for records; answered by `spaceMeasured` or `spaceUnknown`.
  case measureSpace
  /// Remove inputs beyond what is kept; answered by `retentionApplied`.
  case applyRetention
  /// Remove the marker beside a document that is done.
  case removeMarker(FileName)
  /// Tell the operator.
  case report(SpoolNotice)
  /// End the process.
  case exit(SpoolExitCode)
}
