/// A setting that has another value than before.
package struct SettingChange: Hashable, Sendable {
  /// Which setting.
  package let setting: Setting
  /// Its value before, or `nil` when there was none.
  package let before: SettingValue?
  /// Its value now, likewise.
  package let after: SettingValue?

  /// The change in words: `workers 8 (was 4)`.
  package var text: String {
    "\(setting.name.key) \(words(after)) (was \(words(before)))"
  }

  private func words(_ value: SettingValue?) -> String {
    value?.text ?? (setting.absence.isEmpty ? "not set" : setting.absence)
  }
}
