import SystemPackage

/// The service manager that started the daemon, and what it was told.
package struct Supervision: Sendable {
  let notifier: ServiceNotifier
  var report: ServiceReport
  /// Whether the last message did not arrive.
  private(set) var isUnheard = false

  /// The supervision by a service manager that settings tell of.
  ///
  /// - Parameters:
  ///   - settings: What the service manager said.
  ///   - notifier: Reaches it.
  ///   - allowance: How long the longest step of the pipeline may take.
  package init(_ settings: SupervisorSettings, _ notifier: ServiceNotifier, allowance: Duration) {
    self.notifier = notifier
    report = ServiceReport(watchdog: settings.watchdog, allowance: allowance)
  }

  /// Tells notifications; those that do not arrive are due again.
  ///
  /// - Returns: What went wrong, when it went well the time before.
  mutating func tell(_ notifications: [ServiceNotification]) -> Errno? {
    guard !notifications.isEmpty else { return nil }
    do throws(Errno) {
      try notifier.send(notifications)
      report.told(notifications)
      isUnheard = false
      return nil
    } catch {
      defer { isUnheard = true }
      return isUnheard ? nil : error
    }
  }
}
