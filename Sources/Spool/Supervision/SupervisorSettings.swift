/// What a service manager told the daemon through its environment.
package struct SupervisorSettings: Hashable, Sendable {
  /// Where to report.
  package let address: NotifyAddress
  /// For how long it may be silent about its progress before it is ended, or `nil` when nobody minds.
  package let watchdog: Duration?

  /// The settings in an environment, or `nil` when no service manager listens.
  ///
  /// - Parameters:
  ///   - environment: The variables by name.
  ///   - process: The number of this process: what was told to another one is not meant for it.
  package init?(environment: [String: String], process: Int32) {
    guard let address = environment[Self.socketName].flatMap({ NotifyAddress($0) }) else {
      return nil
    }
    self.address = address
    let isMeant = environment[Self.watchdogProcessName].map { $0 == "\(process)" } ?? true
    let microseconds = environment[Self.watchdogName].flatMap { Int64($0) }
    watchdog = microseconds.flatMap { isMeant && $0 > 0 ? .microseconds($0) : nil }
  }

  /// The variables that are meant for this process alone.
  package static let variableNames = [socketName, watchdogName, watchdogProcessName]

  private static let socketName = "NOTIFY_SOCKET"
  private static let watchdogName = "WATCHDOG_USEC"
  private static let watchdogProcessName = "WATCHDOG_PID"
}
