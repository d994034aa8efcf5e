package import SystemPackage

/// What an operator chooses about a watch folder.
package struct SpoolConfiguration: Equatable, Sendable {
  /// What becomes of an input whose record is in the outbox.
  package enum Retirement: String, Sendable {
    /// It moves to the folder of the done ones.
    case move
    /// It goes back to the inbox. It is read again at each start of the daemon, to the same record.
    case keep
    /// It is removed.
    case delete
  }

  /// Where pages are read.
  package enum Isolation: String, Sendable {
    /// In worker processes that have neither the file system nor the network.
    case process
    /// In the daemon itself, which a hostile page can then end.
    case none
  }

  /// The folder that documents are dropped in.
  ///
  /// It has to exist.
  package var inbox: FilePath
  /// The folder that records are written to.
  ///
  /// It has to exist, so that nothing is ever written under a mount point whose file system is
  /// missing.
  package var outbox: FilePath
  /// The folder of the done inputs, on the file system of the inbox; `done` in the inbox when `nil`.
  ///
  /// The folders of claimed, done and failed inputs lie in the inbox unless told otherwise, since only
  /// there is it sure that a rename reaches them: an inbox is often a mount of its own. They are not
  /// scanned.
  package var done: FilePath?
  /// The folder of the inputs that failed, likewise; `failed` in the inbox when `nil`.
  package var failed: FilePath?
  /// What becomes of done inputs.
  package var retirement = Retirement.move
  /// What becomes of a record whose name another one has.
  package var existing = ExistingPolicy.rename
  /// Whether an input gets no record when its very bytes have one.
  package var deduplicates = false
  /// Where pages are read.
  package var isolation = Isolation.process
  /// The numbers by which documents are taken.
  package var limits = SpoolLimits()
  /// What the workers are told.
  package var workerSettings = WorkerSettings()
  /// How the daemon tells of itself.
  package var monitoring = MonitoringSettings()

  /// For how long a step may take before the whole counts as hung: the longest page, in a worker that has to be
  /// started first, and half a minute for the disk.
  package var longestStep: Duration {
    .seconds(workerSettings.seconds) + WorkerProcess.startTime + .seconds(30)
  }

  /// A configuration of that inbox and outbox, with defaults for the rest.
  package init(inbox: FilePath, outbox: FilePath) {
    self.inbox = inbox
    self.outbox = outbox
  }
}
