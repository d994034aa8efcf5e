import Dispatch
import Extraction
import Glibc
package import Logging
import SystemPackage

/// Runs a watch folder: does what the state machine asks for and tells it what came of it.
///
/// `@unchecked Sendable`: every stored property that changes is used on `queue` only, which each method
/// that touches one checks. Slow steps run on other queues, get what they need as values, and report by
/// way of `queue`.
package final class SpoolService: @unchecked Sendable {
  var configuration: SpoolConfiguration
  var reloading: SpoolReloading
  var isReloading = false
  var reloadsAgain = false
  let workers: WorkerFactory
  let fileSystem: any FileSystem
  let logger: Logger
  let queue = DispatchQueue(label: "winnow.spool")
  let scanQueue = DispatchQueue(label: "winnow.scan")
  let workQueue = DispatchQueue(label: "winnow.work", attributes: .concurrent)
  let outboxQueue = DispatchQueue(label: "winnow.outbox")
  let retireQueue = DispatchQueue(label: "winnow.retire")
  // Each waits for the disk in a thread of its own; a queue that is shared has no more than the machine has cores.
  let writeQueues = (0..<4).map { _ in DispatchQueue(label: "winnow.write") }
  var idleWriteQueues: [DispatchQueue]
  let startTime = DispatchTime.now().uptimeNanoseconds
  private let end: @Sendable (SpoolExitCode) -> Void

  var machine: SpoolStateMachine
  var folders: SpoolFolders
  var idleLanes: [WorkerLane]
  var busyLanes = 0
  var laneGeneration = 0
  var documents: [FileName: DocumentInWork] = [:]
  var unwrittenRecords: Batch<DiskTask<ProcessedDocument>>
  var stagedRecords = Batch<DiskTask<StagedRecord>>(calls: 1, most: SpoolService.mostMoved)
  var retiringInputs = Batch<DiskTask<RetiringInput>>(calls: 1, most: SpoolService.mostMoved)
  let stagingArea = StagingArea()
  var hasBatchTimer = false
  var contentGate = ContentGate()
  var duplicateCount = 0
  var spaceMeter = SpaceMeter()
  var watcher: InotifyWatcher?
  var supervision: Supervision?
  var beatTimer: (any DispatchSourceTimer)?
  let containerGate = ContainerGate()
  var metrics = SpoolMetrics(startedAt: WallClock.now())
  let workerTally: WorkerTally
  let monitor: SpoolMonitor
  let probeTimer: any DispatchSourceTimer
  private var pending: [SpoolAction] = []
  private var isPerforming = false
  private let timer: any DispatchSourceTimer
  private var scheduledTick: Duration?
  private var signals: [any DispatchSourceSignal] = []

  /// A service that has its folders open.
  ///
  /// - Parameters:
  ///   - reloading: What the operator chose, and how to read it again.
  ///   - fileSystem: Where the folders are.
  ///   - workers: Makes as many workers as documents may be in work.
  ///   - tally: Counts what is told of their processes.
  ///   - supervision: The service manager, where there is one.
  ///   - logger: Takes one line a document and one a change.
  ///   - end: Ends the process.
  /// - Throws: `SpoolError` when a folder cannot be used.
  package init(
    _ reloading: SpoolReloading, in fileSystem: any FileSystem, workers: WorkerFactory,
    tally: WorkerTally, supervision: Supervision? = nil, logger: Logger,
    end: @escaping @Sendable (SpoolExitCode) -> Void
  ) throws(SpoolError) {
    let configuration = reloading.configuration(reloading.settings)
    self.configuration = configuration
    self.reloading = reloading
    self.workers = workers
    self.fileSystem = fileSystem
    self.logger = logger
    self.supervision = supervision
    self.end = end
    folders = try SpoolFolders(configuration, in: fileSystem)
    idleLanes = try workers.workers(configuration.limits.workers, for: configuration)
      .map { WorkerLane($0, generation: 0) }
    machine = SpoolStateMachine(limits: configuration.limits)
    idleWriteQueues = writeQueues
    unwrittenRecords = Batch(
      calls: writeQueues.count, most: Self.mostWritten, patience: Self.gatheringTime)
    workerTally = tally
    monitor = try SpoolMonitor(configuration, in: fileSystem, folders: folders, logger: logger)
    timer = DispatchSource.makeTimerSource(queue: queue)
    probeTimer = DispatchSource.makeTimerSource(queue: queue)
  }

  /// Begins.
  ///
  /// Everything else happens on the service's queues.
  package func start() {
    queue.async { self.begin() }
  }

  private func begin() {
    dispatchPrecondition(condition: .onQueue(queue))
    signals = ServiceSignals.install(on: queue) { self.handle($0) }
    timer.setEventHandler { @Sendable in
      self.scheduledTick = nil
      self.perform(self.machine.tick(at: self.now))
    }
    timer.resume()
    beginReporting()
    sweep()
    for lane in idleLanes { lane.queue.async { @Sendable in lane.worker.prepare() } }
    startMonitoring()
    perform(machine.start())
  }

  /// The time since the start, by the clock that never jumps.
  var now: Duration {
    .nanoseconds(Int64(DispatchTime.now().uptimeNanoseconds - startTime))
  }

  /// Does actions in order, with those that follow from them.
  func perform(_ actions: [SpoolAction]) {
    dispatchPrecondition(condition: .onQueue(queue))
    pending += actions
    guard !isPerforming else { return }
    isPerforming = true
    var next = 0
    while next < pending.count {
      let action = pending[next]
      next += 1
      pending += perform(action)
    }
    pending.removeAll(keepingCapacity: true)
    isPerforming = false
    startBatches()
    reportChanges()
    containerGate.order = machine.containerOrder
    schedule()
  }

  /// Removes what killed processes left half written.
  func sweep() {
    for folder in [folders.outbox, folders.failed] {
      TemporaryFile.sweep(folder, now: WallClock.now())
    }
  }

  private func schedule() {
    let time = machine.nextTick
    // Setting a timer wakes a thread of its own, several times a document.
    guard time != scheduledTick else { return }
    scheduledTick = time
    guard let time else {
      timer.schedule(deadline: .distantFuture)
      return
    }
    let delay = max(.zero, time - now)
    timer.schedule(
      deadline: .now() + .nanoseconds(delay.wholeNanoseconds), leeway: .milliseconds(1))
  }

  private func handle(_ signal: ServiceSignals.Signal) {
    switch signal {
    case .end: perform(machine.shutdownRequested())
    case .reload: startReload()
    }
  }

  /// Does one action, or starts it.
  ///
  /// - Returns: The actions that follow from it at once.
  private func perform(_ action: SpoolAction) -> [SpoolAction] {
    switch action {
    case .recoverClaims: recoverClaims()
    case .watch: watch()
    case .scan: startScan()
    case .checkFolders: checkFolders()
    case .claim(let claim, let origin): take(claim, from: origin)
    case .extract(let claim): startExtracting(claim)
    case .abandon(let claim, let reason):
      start(claim) { $0.abandon(claim.name, in: $1, for: reason) }
    case .publish(let claim): startPublishing(claim)
    case .retire(let claim): startRetiring(claim)
    case .release(let claim, let attempt): release(claim, to: attempt)
    case .forgive(let claim, let attempt): forgive(claim, to: attempt)
    case .measureSpace: measureSpace()
    case .applyRetention: applyRetention()
    case .removeMarker(let name): removeMarker(name)
    case .report(let notice): report(notice)
    case .exit(let code): finish(code)
    }
  }

  private func finish(_ code: SpoolExitCode) -> [SpoolAction] {
    watcher?.cancel()
    watcher = nil
    timer.cancel()
    probeTimer.cancel()
    monitor.finish(snapshot(), folders)
    if duplicateCount > 0 { logger.notice("\(duplicateCount) duplicates got no record") }
    reportChanges()
    stagingArea.close()
    end(code)
    return []
  }
}
