import Synchronization
import SystemPackage

/// Makes workers by a configuration: at the start, and again when it changes.
package final class WorkerFactory: Sendable {
  private let notify: @Sendable (WorkerNotice) -> Void
  private let spawner = Mutex<WorkerSpawner?>(nil)

  /// A factory whose workers tell `notify` what the operator should know.
  package init(notify: @escaping @Sendable (WorkerNotice) -> Void) {
    self.notify = notify
  }

  /// Workers that are told the settings of the configuration.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - configuration: What they are told, and where they read pages.
  /// - Returns: The workers.
  /// - Throws: `SpoolError` when zstd or the thread that starts processes cannot be set up.
  package func workers(
    _ count: Int, for configuration: SpoolConfiguration
  ) throws(SpoolError) -> [any ExtractionWorker] {
    let settings = configuration.workerSettings
    let supply = configuration.isolation == .process ? try supply(settings) : nil
    var workers: [any ExtractionWorker] = []
    for _ in 0..<count {
      let processor: any PageProcessor =
        if let supply { IsolatedPageProcessor(supply: supply) } else {
          try LocalPageProcessor(settings)
        }
      workers.append(try DocumentWorker(processor, settings))
    }
    return workers
  }

  private func supply(_ settings: WorkerSettings) throws(SpoolError) -> WorkerSupply {
    do throws(Errno) {
      // Its thread never ends, so there is one for all supplies.
      let spawner = try spawner.withLock { spawner throws(Errno) in
        if let spawner { return spawner }
        let new = try WorkerSpawner()
        spawner = new
        return new
      }
      return WorkerSupply(settings, spawner: spawner, notify: notify)
    } catch {
      throw SpoolError(.inputOutput, "cannot start worker processes: \(error)")
    }
  }
}
