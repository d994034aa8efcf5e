import Dispatch
import Settings

extension SpoolService {
  /// Reads the settings anew, on a queue that may wait for the disk.
  ///
  /// What is asked for in the meantime is done once more afterwards, so that the last file counts.
  func startReload() {
    dispatchPrecondition(condition: .onQueue(queue))
    guard !isReloading else {
      reloadsAgain = true
      return
    }
    isReloading = true
    announceReload()
    let reloading = reloading
    workQueue.async { @Sendable in
      let result = Result { () throws(SettingsProblems) in try reloading.load() }
      self.queue.async { @Sendable in
        self.finishReload(result)
        self.isReloading = false
        self.announceReloadEnd()
        guard self.reloadsAgain else { return }
        self.reloadsAgain = false
        self.startReload()
      }
    }
  }

  private func finishReload(_ result: Result<Settings, SettingsProblems>) {
    do throws(SettingsProblems) {
      try put(try result.get(), after: reloading.settings)
    } catch {
      perform([.report(.reloadRefused(why: error.line))])
    }
  }

  /// Puts new settings in force, all or none.
  private func put(_ new: Settings, after old: Settings) throws(SettingsProblems) {
    let settings = new.keeping(old)
    let configuration = reloading.configuration(settings)
    do throws(SpoolError) {
      try replaceWorkers(for: configuration)
    } catch {
      throw SettingsProblems([SettingsProblem(.standard, error.message)])
    }
    // Before the level of the log changes.
    report(new.changes(since: old))
    reloading.settings = settings
    reloading.apply(settings)
    // What was written in the meantime is not in an index of before.
    if configuration.deduplicates != self.configuration.deduplicates {
      contentGate.forgetContents()
    }
    self.configuration = configuration
    monitor.reconfigured(configuration.workerSettings)
    if configuration.limits.polls {
      watcher?.cancel()
      watcher = nil
    }
    perform(machine.reconfigured(configuration.limits, at: now))
  }

  private func report(_ changes: [SettingChange]) {
    let (waiting, changed) = (
      changes.filter { $0.setting.change == .restart },
      changes.filter { $0.setting.change == .reload }
    )
    perform([.report(.reloaded(changes: changed.map(\.text), waiting: waiting.map(\.text)))])
  }

  /// Makes new workers where the old ones were told something else; those that are at a document finish it.
  private func replaceWorkers(for new: SpoolConfiguration) throws(SpoolError) {
    guard
      new.limits.workers != configuration.limits.workers
        || new.workerSettings != configuration.workerSettings
        || new.isolation != configuration.isolation
    else { return }
    // A document that waits for a pause to end has had a worker promised to it.
    let count = max(new.limits.workers, machine.workersNeeded)
    let workers = try workers.workers(count, for: new)
    for lane in idleLanes { lane.queue.async { @Sendable in lane.worker.end() } }
    laneGeneration += 1
    idleLanes = workers.map { WorkerLane($0, generation: laneGeneration) }
    for lane in idleLanes.suffix(new.limits.workers) {
      lane.queue.async { @Sendable in lane.worker.prepare() }
    }
  }

  /// Takes back a lane whose document is done.
  func takeBack(_ lane: WorkerLane) {
    busyLanes -= 1
    if lane.generation == laneGeneration {
      idleLanes.append(lane)
    } else {
      lane.queue.async { @Sendable in lane.worker.end() }
    }
  }
}
