/// What is in force.
package struct Settings: Hashable, Sendable {
  /// A value and where it comes from.
  package struct Entry: Hashable, Sendable {
    /// The value, or `nil` when there is none.
    package var value: SettingValue?
    /// Where it comes from.
    package var origin: SettingOrigin
  }

  private var entries: [SettingName: Entry]

  /// The settings given, and the defaults of the others.
  init(_ entries: [SettingName: Entry]) {
    self.entries = entries
  }

  /// The defaults alone.
  package static let standard = Settings([:])

  /// The value of a setting, and where it comes from.
  package subscript(name: SettingName) -> Entry {
    entries[name] ?? Entry(value: Setting.named(name).standard, origin: .standard)
  }

  /// The value of a setting whose values are yes or no.
  package func boolean(_ name: SettingName) -> Bool {
    if case .boolean(let value) = self[name].value { value } else { false }
  }

  /// The value of a setting whose values are whole numbers, or `nil` when it has none.
  package func integer(_ name: SettingName) -> Int? {
    if case .integer(let value) = self[name].value { value } else { nil }
  }

  /// The value of a setting whose values are numbers, or `nil` when it has none.
  package func decimal(_ name: SettingName) -> Double? {
    if case .decimal(let value) = self[name].value { value } else { nil }
  }

  /// The value of a setting whose values are words or paths, or `nil` when it has none.
  package func text(_ name: SettingName) -> String? {
    if case .text(let value) = self[name].value { value } else { nil }
  }

  /// The settings whose values differ from those of `before`, in the order of the table.
  package func changes(since before: Settings) -> [SettingChange] {
    Setting.all.compactMap { setting in
      let (old, new) = (before[setting.name].value, self[setting.name].value)
      return old == new ? nil : SettingChange(setting: setting, before: old, after: new)
    }
  }

  /// These settings with the values of `before` for what cannot change without a restart.
  package func keeping(_ before: Settings) -> Settings {
    var kept = self
    for setting in Setting.all where setting.change == .restart {
      kept.entries[setting.name] = before.entries[setting.name]
    }
    return kept
  }
}
