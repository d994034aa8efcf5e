import Foundation
import Logging
import Spool
import SystemPackage

/// The service manager that started the process.
struct ServiceManager {
  private let settings: SupervisorSettings
  private let notifier: ServiceNotifier

  /// The service manager that the environment names, or `nil` when there is none.
  ///
  /// What it says is removed from the environment, for it is meant for this process alone.
  init?(_ logger: Logger) {
    let found = SupervisorSettings(
      environment: ProcessInfo.processInfo.environment,
      process: ProcessInfo.processInfo.processIdentifier)
    for name in SupervisorSettings.variableNames { unsafe unsetenv(name) }
    guard let found else { return nil }
    do throws(Errno) {
      notifier = try ServiceNotifier(found.address)
      settings = found
    } catch {
      logger.warning("the service manager cannot be told: \(error)")
      return nil
    }
  }

  /// Tells one thing; when it does not arrive the log has it.
  func tell(_ notification: ServiceNotification) {
    try? notifier.send([notification])
  }

  /// What the service needs to report by itself.
  ///
  /// - Parameter allowance: How long the longest step of the pipeline may take.
  func supervision(allowance: Duration) -> Supervision {
    Supervision(settings, notifier, allowance: allowance)
  }
}
