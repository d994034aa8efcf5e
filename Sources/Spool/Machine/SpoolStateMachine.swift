import Extraction

/// Decides what happens to the documents of a watch folder, and when.
///
/// The machine does no input or output and reads no clock: each event is a method that takes the time
/// where it matters and returns the actions to be done, in order. The shell does them and reports back.
/// A document goes from the inbox by way of `claim`, `extract`, `publish` and `retire`; at each step the
/// files alone tell how far it came, so a process that is killed loses nothing.
///
/// Times are durations since the shell started, of a clock that never jumps.
package struct SpoolStateMachine: Sendable {
  /// How far the process is in its life.
  enum Phase: Hashable {
    /// Nothing has been asked for yet.
    case new
    /// Documents are taken and worked on.
    case running
    /// Documents in work are finished, none are taken.
    case stopping
    /// The exit has been asked for.
    case stopped
  }

  /// What is known of the listing of the inbox.
  enum Scan: Hashable {
    /// None is under way.
    case idle
    /// One is under way; `again` tells whether another has to follow.
    case running(again: Bool)
  }

  var limits: SpoolLimits
  var phase = Phase.new
  var candidates: Candidates
  var waitingClaims: [WaitingClaim] = []
  var jobs: [FileName: Job] = [:]
  var reappeared: Set<FileName> = []
  var pause: Pause?
  var scan = Scan.idle
  var hasScanned = false
  var isWatching = false
  var rescanAt: Duration?
  var retentionAt: Duration?
  var isRetaining = false
  var failureCount = 0
  /// The number of things that scans came upon, for a watchdog.
  var scanSteps = 0
  /// The number of steps of documents that ended, likewise.
  var documentSteps = 0
  var discoveries = Discoveries()
  var exitCode = SpoolExitCode.ok
  var reported: Set<SpoolNotice> = []

  /// A machine with these limits.
  package init(limits: SpoolLimits) {
    self.limits = limits
    candidates = Candidates(
      capacity: limits.backlog, readiness: limits.readiness, stability: limits.stability,
      minimumAge: limits.minimumAge)
  }

  /// The number of documents in work.
  package var inWork: Int { jobs.count }

  /// When `tick` is to be called next, or `nil` when only an event can change something.
  package var nextTick: Duration? {
    guard phase == .running || phase == .stopping else { return nil }
    var times: [Duration] = []
    if let retryAt = pause?.retryAt { times.append(retryAt) }
    if phase == .running, let retentionAt { times.append(retentionAt) }
    if phase == .running, pause == nil { times += waitingClaims.compactMap(\.notBefore) }
    if phase == .running, scan == .idle {
      if let rescanAt { times.append(rescanAt) }
      if pause == nil, let settled = candidates.earliestSettling { times.append(settled) }
    }
    return times.min()
  }

  // MARK: - Life

  /// The folders are open and locked; work can begin.
  package mutating func start() -> [SpoolAction] {
    precondition(phase == .new, "a spool starts once")
    phase = .running
    let watch: [SpoolAction] = limits.once || limits.polls ? [] : [.watch]
    return measureSpace() + applyRetention() + [.recoverClaims] + watch + requestScan()
  }

  /// Claims of an earlier process were found.
  ///
  /// They go before everything else, oldest attempts last, and each runs alone, so that another crash
  /// tells which one it was. Those that wait stay in the folder of their last attempt, so that a crash
  /// in the meantime is not held against them.
  package mutating func recovered(_ claims: [Claim]) -> [SpoolAction] {
    let known = Set(jobs.keys).union(waitingClaims.map(\.claim.name))
    let new = claims.filter { !known.contains($0.name) }
    guard !new.isEmpty else { return [] }
    waitingClaims += new.sorted { ($0.attempt, $0.name) < ($1.attempt, $1.name) }
      .map { WaitingClaim(claim: $0, isExclusive: true) }
    return [.report(.recovered(count: new.count))] + startJobs()
  }

  /// The time of `nextTick` has come.
  package mutating func tick(at now: Duration) -> [SpoolAction] {
    var actions: [SpoolAction] = []
    if let retryAt = pause?.retryAt, retryAt <= now {
      pause?.retryAt = nil
      actions.append(.checkFolders)
    }
    guard phase == .running else { return actions }
    if let retentionAt, retentionAt <= now { actions += applyRetention() }
    actions += releaseDueClaims(at: now)
    guard scan == .idle else { return actions }
    if let rescanAt, rescanAt <= now {
      if pause == nil { actions += [.checkFolders] + measureSpace() }
      actions += requestScan()
    } else if pause == nil, let settled = candidates.earliestSettling, settled <= now {
      actions += requestScan()
    }
    return actions
  }

  /// The operator asked for the end: at first what is in work is finished, the second time it is put
  /// back and the process ends at once.
  ///
  /// An attempt that is cut short in this way does not count.
  package mutating func shutdownRequested() -> [SpoolAction] {
    switch phase {
    case .new:
      phase = .stopped
      return [.exit(.ok)]
    case .running:
      phase = .stopping
      candidates.removeAll()
      waitingClaims = []
      let notice = SpoolAction.report(.stopping(inWork: jobs.count))
      return [notice] + releaseBlocked() + exitIfStopped()
    case .stopping:
      phase = .stopped
      return jobs.values.sorted { $0.claim.name < $1.claim.name }
        .filter { $0.step != .retiring && !$0.isReleasing && !$0.hasProgress }
        .map { .release($0.claim, to: $0.claim.origin) } + [.exit(.ok)]
    case .stopped:
      return []
    }
  }

  // MARK: - Shared steps

  /// Asks for a scan, or for one more after the one under way.
  mutating func requestScan() -> [SpoolAction] {
    guard phase == .running else { return [] }
    switch scan {
    case .idle:
      scan = .running(again: false)
      candidates.beginScan()
      return [.scan]
    case .running:
      scan = .running(again: true)
      return []
    }
  }

  /// Reports a notice that would be said again and again only once.
  mutating func reportOnce(_ notice: SpoolNotice) -> [SpoolAction] {
    // A folder with more oddities than this is cleared up by looking at it, not at the log.
    let limit = 10_000
    guard reported.count < limit, reported.insert(notice).inserted else { return [] }
    return [.report(notice)]
  }

  /// Ends the process when it should and nothing is left to do.
  mutating func exitIfStopped() -> [SpoolAction] {
    guard jobs.isEmpty else { return [] }
    switch phase {
    case .stopping:
      phase = .stopped
      return [.exit(exitCode)]
    case .running where limits.once && isDrained:
      phase = .stopped
      return [.exit(failureCount == 0 ? .ok : .someFailed)]
    default:
      return []
    }
  }

  private var isDrained: Bool {
    hasScanned && scan == .idle && waitingClaims.isEmpty && reappeared.isEmpty
      && candidates.isDrained
  }
}
