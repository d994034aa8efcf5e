import CWorker
import Synchronization
import SystemPackage

/// Where processors get their worker processes from.
package final class WorkerSupply: Sendable {
  let settings: WorkerSettings
  private let spawner: WorkerSpawner
  private let notify: @Sendable (WorkerNotice) -> Void
  private let hasToldConfinement = Mutex(false)
  private let lost = Mutex(0)
  private let kernelKills = KernelKills.ofThisProcess()

  /// A supply of workers with these settings.
  ///
  /// - Parameters:
  ///   - settings: What each worker is told.
  ///   - spawner: Starts them.
  ///   - notify: Takes what the operator is told.
  package init(
    _ settings: WorkerSettings, spawner: WorkerSpawner,
    notify: @escaping @Sendable (WorkerNotice) -> Void
  ) {
    self.settings = settings
    self.notify = notify
    self.spawner = spawner
  }

  /// Starts a worker and waits until it is ready.
  func start() throws(ChannelError) -> WorkerProcess {
    guard lost.withLock({ $0 < Self.maximumLost }) else {
      throw .system(.resourceTemporarilyUnavailable)
    }
    do throws(ChannelError) {
      let process = try WorkerProcess(settings, spawner: spawner)
      tellConfinement(try process.waitUntilReady())
      return process
    } catch {
      notify(.unavailable("\(error)"))
      throw error
    }
  }

  /// Tells of a worker that ended with a page.
  func tell(_ notice: WorkerNotice) {
    if case .unkillable = notice { lost.withLock { $0 += 1 } }
    notify(notice)
  }

  /// How many processes of the daemon's control group the kernel ended for want of memory, or `nil` when that
  /// cannot be known.
  func killsForMemory() -> Int? { kernelKills?.count() }

  /// A worker that would not end did after all.
  func found() {
    lost.withLock { $0 -= 1 }
  }

  private func tellConfinement(_ bits: Int) {
    var missing: [String] = []
    if bits & Int(WINNOW_LANDLOCK) == 0 { missing.append("landlock") }
    if bits & Int(WINNOW_SECCOMP) == 0 { missing.append("seccomp") }
    let isFirst = hasToldConfinement.withLock { told in
      defer { told = true }
      return !told
    }
    if isFirst, !missing.isEmpty { notify(.unconfined(missing: missing)) }
  }

  // Processes that the kernel does not let go of, each with its memory, before no more are started.
  private static let maximumLost = 8
}
