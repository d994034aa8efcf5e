package import Extraction

/// How an attempt to make a document's record ended.
package enum ExtractionOutcome: Hashable, Sendable {
  /// There is a record, perhaps one that says why the document failed.
  case record(RecordStatus)
  /// The file changed while it was read, or a program has it open for writing.
  case unstable
  /// The attempt failed in a way that may pass: a read error, the end of a worker.
  case retry(FailureReason)
  /// The machine lacks something; the document is not to blame.
  case exhausted(String)
  /// Something other than the document has to be set right first.
  case blocked(PauseCause)
  /// The work was stopped between two pages of a container, because the process is about to end.
  case interrupted
  /// The claimed file is not there any more.
  case gone
}
