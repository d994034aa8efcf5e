package import Extraction

/// What the daemon counts about its work.
///
/// It has no clock: times are told to it, durations since the start for rates and pauses, nanoseconds
/// since 1970 for what operators read.
package struct SpoolMetrics: Sendable {
  /// When the daemon started, in nanoseconds since 1970.
  package let startedAt: Int64
  /// Documents that ended, by status.
  package private(set) var documents: [RecordStatus: Int] = [:]
  /// Documents whose record names a reason.
  package private(set) var failures: [FailureReason: Int] = [:]
  /// How often each limit bound.
  package private(set) var limits: [ExtractionLimit: Int] = [:]
  /// Names in the inbox that are left alone.
  package private(set) var skipped: [SkipReason: Int] = [:]
  /// Listings of the inbox.
  package private(set) var scans: [ScanReason: Int] = [:]
  /// Durations of the parts of the way.
  package private(set) var stages: [Stage: Histogram] = [:]
  package private(set) var inputBytes = 0
  package private(set) var rawBytes = 0
  package private(set) var compressedBytes = 0
  package private(set) var overflows = 0
  package private(set) var retries = 0
  package private(set) var requeued = 0
  package private(set) var recoveredClaims = 0
  package private(set) var duplicates = 0
  package private(set) var failedReloads = 0
  package private(set) var goodReloads = 0
  package private(set) var isLastReloadGood = true
  package private(set) var configuredAt: Int64
  /// Nanoseconds since 1970, or 0 for never.
  package private(set) var lastSuccess: Int64 = 0
  package private(set) var lastScan: Int64 = 0
  package private(set) var heartbeat: Int64 = 0
  /// What went wrong last, and when.
  package private(set) var lastError: TimedMessage?
  /// The pause that is not over.
  package private(set) var pause: RunningPause?
  /// Documents of the last minutes.
  package private(set) var documentRate = RateMeter()
  /// Bytes of inputs of the last minutes.
  package private(set) var byteRate = RateMeter()

  private var pausedTime = Duration.zero
  private var pausedSince: Duration?
  private var nextScanReason = ScanReason.due

  /// Nothing counted.
  ///
  /// - Parameter startedAt: When the daemon started, in nanoseconds since 1970.
  package init(startedAt: Int64) {
    self.startedAt = startedAt
    configuredAt = startedAt
    heartbeat = startedAt
  }

  /// For how long the intake was paused, the pause that is not over included.
  package func pausedTime(at now: Duration) -> Duration {
    pausedTime + (pausedSince.map { max(.zero, now - $0) } ?? .zero)
  }

  // MARK: - Documents

  /// A document is done, its input moved.
  package mutating func finish(_ document: DocumentTally, at now: Duration, time: Int64) {
    documents[document.status, default: 0] += 1
    if let reason = document.reason { failures[reason, default: 0] += 1 }
    for limit in document.limits { limits[limit, default: 0] += 1 }
    inputBytes += document.inputBytes
    rawBytes += document.rawBytes
    compressedBytes += document.compressedBytes
    documentRate.add(1, at: now)
    byteRate.add(document.inputBytes, at: now)
    if document.status != .failed { lastSuccess = time }
    beat(at: time)
  }

  /// A part of a document's way took so long.
  package mutating func observe(_ stage: Stage, _ duration: Duration) {
    stages[stage, default: Histogram()].observe(duration)
  }

  /// An attempt to make a record ended.
  package mutating func note(_ outcome: ExtractionOutcome) {
    if case .unstable = outcome { requeued += 1 }
  }

  /// A document's content was known already.
  package mutating func noteDuplicate() { duplicates += 1 }

  // MARK: - The pipeline

  /// Something went through the pipeline.
  package mutating func beat(at time: Int64) { heartbeat = max(heartbeat, time) }

  /// A listing of the inbox begins.
  package mutating func beginScan() {
    scans[nextScanReason, default: 0] += 1
    nextScanReason = .due
  }

  /// The inbox was listed whole.
  package mutating func endScan(time: Int64) { lastScan = time }

  /// The configuration was read again, and is in force or was refused.
  package mutating func reload(isGood: Bool, time: Int64) {
    isLastReloadGood = isGood
    if isGood {
      goodReloads += 1
      configuredAt = time
    } else {
      failedReloads += 1
    }
  }

  /// What the operator is told is counted.
  package mutating func note(_ notice: SpoolNotice, at now: Duration, time: Int64) {
    switch notice {
    case .recovered(let count): recoveredClaims += count
    case .watching, .polling, .requeued, .stopping: break
    case .reloaded: reload(isGood: true, time: time)
    case .reloadRefused(let why):
      reload(isGood: false, time: time)
      lastError = TimedMessage("configuration not reloaded: \(why)", at: time)
    case .overflowed:
      overflows += 1
      nextScanReason = .overflow
    case .watchLost(let why):
      nextScanReason = .watchLost
      lastError = TimedMessage("the inbox was \(why)", at: time)
    case .paused(let cause): begin(cause, at: now, time: time)
    case .resumed: endPause(at: now)
    case .skipped(_, let kind):
      if let reason = SkipReason(kind) { skipped[reason, default: 0] += 1 }
    case .unclaimable(let name, let why):
      skipped[.refused, default: 0] += 1
      lastError = TimedMessage("cannot take \(name.escaped): \(why)", at: time)
    case .retrying(let claim, let reason):
      retries += 1
      lastError = TimedMessage("\(claim.name.escaped): \(reason.rawValue)", at: time)
    }
  }

  private mutating func begin(_ cause: PauseCause, at now: Duration, time: Int64) {
    if pausedSince == nil { pausedSince = now }
    pause = RunningPause(kind: PauseKind(cause), why: cause.why, since: pause?.since ?? time)
    lastError = TimedMessage("paused: \(cause.why)", at: time)
  }

  private mutating func endPause(at now: Duration) {
    pausedTime = pausedTime(at: now)
    pausedSince = nil
    pause = nil
  }
}
