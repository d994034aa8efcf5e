/// A setting as somebody wrote it, before it is known to be a value.
package struct RawSetting: Hashable, Sendable {
  /// Which setting.
  package let name: SettingName
  /// What was written.
  package let text: String
  /// Where.
  package let origin: SettingOrigin

  /// A setting with all its fields.
  package init(_ name: SettingName, _ text: String, from origin: SettingOrigin) {
    self.name = name
    self.text = text
    self.origin = origin
  }

  /// What is to be called by its name in a message: the flag, or else the key.
  var title: String {
    if case .flag(let flag) = origin { flag } else { name.key }
  }

  /// The value.
  package func value() throws(SettingsProblem) -> SettingValue {
    do throws(ValueReader.Unreadable) {
      return try ValueReader(kind: Setting.named(name).kind).value(of: text)
    } catch {
      throw SettingsProblem(origin, "\(title) is \(error.expected), not \"\(text)\"")
    }
  }
}
