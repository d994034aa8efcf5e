package import Extraction

/// A change that the operator is told of, once a change.
package enum SpoolNotice: Hashable, Sendable {
  /// Claims of an earlier process go on.
  case recovered(count: Int)
  /// The inbox is watched through the kernel.
  case watching
  /// The inbox is scanned in short intervals for want of a watch.
  case polling(why: String)
  /// The kernel dropped events, so the whole inbox is scanned.
  case overflowed
  /// The watch ended; the folders are opened again.
  case watchLost(why: String)
  /// Nothing is taken from the inbox until what is wrong is over.
  case paused(PauseCause)
  /// What was wrong is over.
  case resumed
  /// A name in the inbox is left alone because of what it stands for.
  case skipped(FileName, FileKind)
  /// A file cannot be taken out of the inbox.
  case unclaimable(FileName, why: String)
  /// A file changed while it was read and went back.
  case requeued(FileName)
  /// A document is tried again.
  case retrying(Claim, FailureReason)
  /// Other settings are in force; each change in words, and those that wait for a restart.
  case reloaded(changes: [String], waiting: [String])
  /// The settings cannot be used, so the old ones stay in force.
  case reloadRefused(why: String)
  /// The process ends as soon as the documents in work are finished.
  case stopping(inWork: Int)
}
