package import Spool
import SystemPackage

/// Looks at the folders of a spool and at what its daemon wrote.
///
/// It changes nothing and takes no lock.
package struct StatusReader: Sendable {
  private let configuration: SpoolConfiguration
  private let fileSystem: any FileSystem
  private let patience: Int64

  /// A reader of these folders.
  ///
  /// - Parameters:
  ///   - configuration: Names the folders.
  ///   - fileSystem: Where they are.
  ///   - patience: Seconds for which a file may wait before somebody should look.
  package init(
    _ configuration: SpoolConfiguration, in fileSystem: any FileSystem, patience: Int64
  ) {
    self.configuration = configuration
    self.fileSystem = fileSystem
    self.patience = patience
  }

  /// The report at `time`, in nanoseconds since 1970.
  ///
  /// - Throws: `SpoolError` when a folder cannot be read.
  package func report(at time: Int64) throws(SpoolError) -> StatusReport {
    let folders = try ExistingFolders(configuration, in: fileSystem)
    let census: QueueCensus
    var failures: [String: Int] = [:]
    do throws(Errno) {
      census = try folders.census(at: time)
      if let failed = folders.failed {
        failures = FailedFolder.reasons(of: try FailedFolder.inputs(in: failed))
      }
    } catch {
      let isForbidden = error == .permissionDenied || error == .notPermitted
      throw SpoolError(isForbidden ? .permission : .inputOutput, "\(configuration.inbox): \(error)")
    }
    let state = state()
    let owner = LockOwner.processIdentifier(of: folders.inbox.identity)
    return StatusReport(
      inbox: configuration.inbox.string, outbox: configuration.outbox.string, census: census,
      failures: failures, state: state,
      presence: DaemonPresence(state: state, lockOwner: owner, now: time / 1_000_000_000),
      patience: patience)
  }

  private func state() -> DaemonState? {
    let path = configuration.inbox.appending(StateFolder.name.escaped)
    guard let folder = try? fileSystem.openDirectory(at: path),
      let bytes = try? folder.contents(
        of: StateFolder.fileName, limit: StateFolder.maximumLength)
    else { return nil }
    return DaemonState(parsing: bytes)
  }
}
