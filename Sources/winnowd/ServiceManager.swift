import Foundation
import Spool
import SystemPackage

/// The service manager that started the process.
struct ServiceManager {
  private let settings: SupervisorSettings
  private let notifier: ServiceNotifier

  /// The service manager that the environment names, or `nil` when there is none.
  ///
  /// What it says is removed from the environment, for it is meant for this process alone.
  init?() {
    let found = SupervisorSettings(
      environment: ProcessInfo.processInfo.environment,
      process: ProcessInfo.processInfo.processIdentifier)
    for name in SupervisorSettings.variableNames { unsafe unsetenv(name) }
    guard let found else { return nil }
    do throws(Errno) {
      notifier = try ServiceNotifier(found.address)
      settings = found
    } catch {
      StandardError.tell("the service manager cannot be told: \(error)")
      return nil
    }
  }

  /// Tells one thing; when it does not arrive the log has it.
  func tell(_ notification: ServiceNotification) {
    try? notifier.send([notification])
  }

  /// What the service needs to report by itself, where the longest step of the pipeline may take that long.
  func supervision(allowance: Duration) -> Supervision {
    Supervision(settings, notifier, allowance: allowance)
  }
}
