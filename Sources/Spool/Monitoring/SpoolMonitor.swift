import Dispatch
import Glibc
import Logging
import Synchronization
import SystemPackage

/// Writes down how the daemon stands, and answers who asks, without ever holding up its work.
///
/// Everything here happens on queues of its own. What the loop knows comes as a value; when the loop does
/// not answer, that itself is told.
///
/// `@unchecked Sendable`: `report` and the times of the census are used on `queue` only.
final class SpoolMonitor: @unchecked Sendable {
  /// What the loop says of itself, and the folders that it has open.
  typealias Source = @Sendable (@escaping @Sendable (MetricsSnapshot, SpoolFolders) -> Void) -> Void

  private let configuration: SpoolConfiguration
  private let fileSystem: any FileSystem
  private let logger: Logger
  private let source = Mutex<Source?>(nil)
  private let pageSeconds: Mutex<Int>
  private let queue = DispatchQueue(label: "winnow.monitor")
  private let socketQueue = DispatchQueue(label: "winnow.metrics-socket")
  private let last = Mutex<(MetricsSnapshot, FolderReport)?>(nil)
  private var report = FolderReport()
  private var nextCensus = Duration.zero
  private var hasToldOfState = false
  private var hasToldOfMetrics = false
  private var timers: [any DispatchSourceTimer] = []
  private var socket: MetricsSocket?

  /// A monitor that begins with `start(asking:)`.
  ///
  /// - Throws: `SpoolError` when the metrics cannot be where they should be.
  init(
    _ configuration: SpoolConfiguration, in fileSystem: any FileSystem, folders: SpoolFolders,
    logger: Logger
  ) throws(SpoolError) {
    self.configuration = configuration
    pageSeconds = Mutex(configuration.workerSettings.seconds)
    self.fileSystem = fileSystem
    self.logger = logger
    try requireApart(folders)
    if let path = configuration.monitoring.metricsSocket { socket = try listen(at: path) }
  }

  /// Begins to write what `source` says.
  func start(asking source: @escaping Source) {
    self.source.withLock { $0 = source }
    let settings = configuration.monitoring
    // Whoever drains an inbox of a few files is gone before anybody asks.
    let first = configuration.limits.once ? settings.stateInterval : .zero
    schedule(every: settings.stateInterval, from: first) { $0.writeState($1, $2) }
    if settings.metricsFile != nil {
      schedule(every: settings.interval, from: .zero) { $0.writeMetrics($1, $2) }
    }
  }

  /// Takes the limits that are in force after a reload.
  func reconfigured(_ settings: WorkerSettings) {
    pageSeconds.withLock { $0 = settings.seconds }
  }

  /// Writes how it ended, and goes.
  func finish(_ snapshot: MetricsSnapshot, _ folders: SpoolFolders) {
    for timer in timers { timer.cancel() }
    let isDone = DispatchSemaphore(value: 0)
    queue.async { @Sendable in
      if !self.configuration.limits.once || self.hasWrittenState {
        self.writeState(snapshot, folders)
      }
      // The last metrics tell what is left.
      self.nextCensus = .zero
      if self.configuration.monitoring.metricsFile != nil { self.writeMetrics(snapshot, folders) }
      isDone.signal()
    }
    // A disk that hangs is no reason not to end.
    _ = isDone.wait(timeout: .now() + .seconds(2))
    socket?.cancel()
  }

  private var hasWrittenState = false

  private func schedule(
    every interval: Duration, from first: Duration,
    _ work: @escaping @Sendable (SpoolMonitor, MetricsSnapshot, SpoolFolders) -> Void
  ) {
    let timer = DispatchSource.makeTimerSource(queue: queue)
    let milliseconds = Int(interval / .milliseconds(1))
    timer.schedule(
      deadline: .now() + .milliseconds(Int(first / .milliseconds(1))),
      repeating: .milliseconds(milliseconds), leeway: .milliseconds(milliseconds / 10))
    timer.setEventHandler { @Sendable [weak self] in
      guard let self, let source = self.source.withLock({ $0 }) else { return }
      source { snapshot, folders in
        self.queue.async { @Sendable in work(self, snapshot, folders) }
      }
    }
    timer.resume()
    timers.append(timer)
  }

  // MARK: - What is written

  private func writeState(_ snapshot: MetricsSnapshot, _ folders: SpoolFolders) {
    let state = SpoolState(
      snapshot, process: getpid(), time: WallClock.now(),
      interval: configuration.monitoring.stateInterval)
    do throws(Errno) {
      let folder = try folders.inbox.openOrCreateDirectory(StateFolder.name)
      try ReplacedFile(folder: folder, name: StateFolder.fileName).write(state.json)
      hasWrittenState = true
      hasToldOfState = false
    } catch {
      if !hasToldOfState { logger.warning("cannot write the state for winnow status: \(error)") }
      hasToldOfState = true
    }
  }

  private func writeMetrics(_ snapshot: MetricsSnapshot, _ folders: SpoolFolders) {
    guard let path = configuration.monitoring.metricsFile, let name = path.fileName else { return }
    let text = text(of: snapshot, folders)
    do throws(Errno) {
      let folder = try fileSystem.openDirectory(at: path.folder)
      try ReplacedFile(folder: folder, name: name).write(Array(text.utf8))
      hasToldOfMetrics = false
    } catch {
      if !hasToldOfMetrics { logger.warning("cannot write metrics to \(path): \(error)") }
      hasToldOfMetrics = true
    }
  }

  private func text(of snapshot: MetricsSnapshot, _ folders: SpoolFolders) -> String {
    survey(folders)
    last.withLock { $0 = (snapshot, report) }
    return PrometheusText.text(of: snapshot.families + report.families)
  }

  /// Looks at the folders, and counts their files when that was long enough ago.
  private func survey(_ folders: SpoolFolders) {
    let isInPlace = folders.areInPlace(configuration, in: fileSystem)
    for (name, path) in [("inbox", configuration.inbox), ("outbox", configuration.outbox)] {
      report.isAvailable[name] = isInPlace
      report.room[name] = FileSystemRoom(path: path)
    }
    report.process = ProcessStatistics.current()
    let begun = MonotonicClock.now()
    guard begun >= nextCensus else { return }
    if let census = FolderSurvey(folders: folders).census(at: WallClock.now()) {
      report.census = census
    }
    let end = MonotonicClock.now()
    nextCensus = end + (end - begun) * Self.censusShare
  }

  // A census takes a twentieth of the time at most, however many files there are.
  private static let censusShare = 20

  // MARK: - Who asks

  private func listen(at path: FilePath) throws(SpoolError) -> MetricsSocket {
    do throws(Errno) {
      return try MetricsSocket(path: path, queue: socketQueue) { [weak self] head in
        self?.answer(head) ?? []
      }
    } catch .addressInUse {
      throw SpoolError(.locked, "metrics socket \(path): another process listens there")
    } catch .fileNameTooLong {
      throw SpoolError(
        .configuration, "metrics socket \(path): longer than \(UnixAddress.longestPath) bytes")
    } catch {
      let isForbidden = error == .permissionDenied || error == .notPermitted
      throw SpoolError(
        isForbidden ? .permission : .cannotCreate, "metrics socket \(path): \(error)")
    }
  }

  private func answer(_ head: [UInt8]) -> [UInt8] {
    HTTPResponse.answer(to: head) {
      guard let (snapshot, folders) = ask() else { return staleText }
      return queue.sync { text(of: snapshot, folders) }
    } health: {
      Health.verdict(on: ask()?.0, at: WallClock.now(), patience: patience)
    }.bytes
  }

  /// The metrics as they were last: their heartbeat tells how old they are.
  private var staleText: String {
    let known = last.withLock { $0 }
    return PrometheusText.text(of: known.map { $0.families + $1.families } ?? [])
  }

  /// Asks the loop, and waits for a moment.
  private func ask() -> (MetricsSnapshot, SpoolFolders)? {
    guard let source = source.withLock({ $0 }) else { return nil }
    let isThere = DispatchSemaphore(value: 0)
    let answer = ValueBox<(MetricsSnapshot, SpoolFolders)>()
    source { snapshot, folders in
      answer.set((snapshot, folders))
      isThere.signal()
    }
    _ = isThere.wait(timeout: .now() + .seconds(1))
    return answer.value
  }

  /// For how long nothing may go through the pipeline: what all workers may take for a page each, and the time
  /// between two probes.
  private var patience: Duration {
    .seconds(pageSeconds.withLock { $0 }) + configuration.monitoring.stateInterval * 3
      + .seconds(10)
  }

  /// Makes sure that the metrics are no document: a file in the inbox would be taken.
  private func requireApart(_ folders: SpoolFolders) throws(SpoolError) {
    let settings = configuration.monitoring
    for path in [settings.metricsFile, settings.metricsSocket].compactMap({ $0 }) {
      guard path.fileName != nil else {
        throw SpoolError(.configuration, "metrics \(path): no name of a file")
      }
      let location: FolderLocation
      do throws(Errno) {
        location = try fileSystem.location(of: path.folder)
      } catch {
        throw SpoolError(.configuration, "metrics \(path): \(error)")
      }
      let taken = [folders.inbox, folders.outbox, folders.done, folders.failed, folders.work]
      if taken.contains(where: { $0.identity == location.identity }) {
        throw SpoolError(.configuration, "metrics \(path) would lie in a folder of the spool")
      }
    }
  }
}

extension FilePath {
  fileprivate var folder: FilePath {
    let folder = removingLastComponent()
    return folder.isEmpty ? "." : folder
  }

  fileprivate var fileName: FileName? {
    lastComponent.map { component in
      unsafe component.withPlatformString { name in
        unsafe FileName(
          bytes: UnsafeBufferPointer(start: name, count: strlen(name))
            .map { UInt8(bitPattern: $0) })
      }
    }
  }
}
