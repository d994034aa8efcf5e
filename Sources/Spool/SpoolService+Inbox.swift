import Dispatch
import Logging
import SystemPackage

extension SpoolService {
  func recoverClaims() -> [SpoolAction] {
    do throws(Errno) {
      return machine.recovered(try ClaimStore(folders: folders).all())
    } catch {
      logger.error("cannot list the claims of an earlier process: \(error)")
      return []
    }
  }

  func watch() -> [SpoolAction] {
    watcher?.cancel()
    watcher = nil
    do throws(Errno) {
      watcher = try InotifyWatcher(path: configuration.inbox, queue: queue) { [weak self] event in
        self?.handle(event)
      }
      return machine.watchEstablished(at: now)
    } catch {
      return machine.watchUnavailable(why: "\(error)", at: now)
    }
  }

  func startScan() -> [SpoolAction] {
    metrics.beginScan()
    let folders = folders
    let needsContents = configuration.deduplicates && contentGate.needsContents
    scanQueue.async { @Sendable in
      if needsContents { self.readContents(of: folders.outbox) }
      var failure: String?
      do throws(Errno) {
        try InboxScanner(folders).scan(folders.inbox) { entries in
          self.queue.async { @Sendable in
            for entry in entries { self.perform(self.machine.entrySeen(entry, at: self.now)) }
          }
        } refuse: { name, error in
          self.queue.async { @Sendable in
            self.perform(self.machine.entryRefused(name, why: "\(error)"))
          }
        }
      } catch {
        failure = "\(error)"
      }
      self.queue.async { @Sendable [failure] in
        if failure == nil { self.metrics.endScan(time: WallClock.now()) }
        self.perform(self.machine.scanFinished(failure: failure, at: self.now))
      }
    }
    return []
  }

  func checkFolders() -> [SpoolAction] {
    if folders.areInPlace(configuration, in: fileSystem) {
      sweep()
      return machine.foldersChecked(.unchanged, at: now)
    }
    do throws(SpoolError) {
      folders = try SpoolFolders(configuration, in: fileSystem, after: folders)
      contentGate.forgetContents()
      return machine.foldersChecked(.reopened, at: now)
    } catch {
      return machine.foldersChecked(.unavailable(error.message), at: now)
    }
  }

  private func handle(_ event: InotifyEvent) {
    dispatchPrecondition(condition: .onQueue(queue))
    switch event {
    case .finished(let name):
      guard !TemporaryNames.contains(name),
        let entry = try? InboxScanner(folders).entry(name, in: folders.inbox)
      else { return }
      perform(machine.entryFinished(entry, at: now))
    case .created(let name):
      perform(machine.entryCreated(name, at: now))
    case .overflowed:
      perform(machine.overflowed())
    case .ended(let why):
      perform(machine.watchLost(why: why, at: now))
    }
  }
}
