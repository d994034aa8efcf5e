package import Settings

/// Where a running service gets its settings from.
package struct SpoolReloading: Sendable {
  /// The settings in force.
  package var settings: Settings
  /// Reads the settings again.
  let load: @Sendable () throws(SettingsProblems) -> Settings
  /// The configuration that settings make.
  package let configuration: @Sendable (Settings) -> SpoolConfiguration
  /// Puts in force what lies outside the service, such as the level of the log.
  let apply: @Sendable (Settings) -> Void

  /// A source with all its parts.
  package init(
    settings: Settings, load: @escaping @Sendable () throws(SettingsProblems) -> Settings,
    configuration: @escaping @Sendable (Settings) -> SpoolConfiguration,
    apply: @escaping @Sendable (Settings) -> Void
  ) {
    self.settings = settings
    self.load = load
    self.configuration = configuration
    self.apply = apply
  }
}
