package import SystemPackage

/// How the daemon tells of itself.
package struct MonitoringSettings: Hashable, Sendable {
  /// The file that metrics are written to, or `nil` for none.
  package var metricsFile: FilePath?
  /// The UNIX socket that metrics and health are served on, or `nil` for none.
  package var metricsSocket: FilePath?
  /// The time between two writings of the metrics.
  ///
  /// Prometheus scrapes every 15 s by most examples; more often is of no use.
  package var interval = Duration.seconds(15)
  /// The time between two writings of the state that `winnow status` reads.
  package var stateInterval = Self.defaultStateInterval

  /// The default of ``stateInterval``: what a person who watches takes for now.
  package static let defaultStateInterval = Duration.seconds(5)

  /// No metrics, and a state as `winnow status` expects it.
  package init() {}
}
