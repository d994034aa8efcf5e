import Extraction

/// A document in work.
struct Job: Hashable, Sendable {
  /// What is being done about a document.
  enum Step: Hashable {
    /// It is renamed into the folder of its claim, out of that of an earlier attempt or the inbox.
    case claiming(from: Int?)
    /// Its record is being made.
    case extracting
    /// A record is being made that says that it is given up, and why.
    case abandoning(FailureReason)
    /// Its record is being written to the outbox.
    case publishing
    /// It is being moved to its last folder.
    case retiring
    /// It is being put back into the inbox, or into the folder of its attempt before.
    case releasing(to: Int?)
  }

  /// The claim, or the one that is being made.
  var claim: Claim
  /// What is being done.
  var step: Step
  /// Whether nothing else may be in work with it, so that an end of the daemon tells which document it was.
  var isExclusive = false
  /// Since when the file was ready; `nil` for a claim that an earlier attempt left.
  var readySince: Duration?
  /// Whether the step waits for the end of a pause.
  var isBlocked = false
  /// Whether records of pages of it are in the outbox: then it stays claimed, and the next attempt goes on.
  var hasProgress = false
  /// Bytes of its record, once there is one.
  var byteCount = 0
  /// Whether its record says that it failed.
  var failed = false
  /// The stamp of the input when it went back to the inbox to stay, though that step is not done yet.
  var kept: FileStamp?

  /// Whether a worker is at it, or is about to be.
  var needsWorker: Bool {
    switch step {
    case .claiming, .extracting, .abandoning: true
    case .publishing, .retiring, .releasing: false
    }
  }

  /// Whether it is being put back already.
  var isReleasing: Bool {
    if case .releasing = step { true } else { false }
  }

  /// The action that does the step.
  var action: SpoolAction {
    switch step {
    case .claiming(let origin): .claim(claim, from: origin)
    case .extracting: .extract(claim)
    case .abandoning(let reason): .abandon(claim, reason)
    case .publishing: .publish(claim)
    case .retiring: .retire(claim)
    case .releasing(let attempt): .release(claim, to: attempt)
    }
  }
}
