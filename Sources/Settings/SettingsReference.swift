/// The table of settings in the forms that documentation is made of.
package enum SettingsReference: String, CaseIterable, Sendable {
  /// Tables for docs/CONFIGURATION.md.
  case markdown
  /// A file in which every setting stands as a comment with its default.
  case yaml
  /// One object a setting, for whatever else is made of the table.
  case json

  /// The table in this form.
  package var text: String {
    switch self {
    case .markdown: Setting.groups.map(Self.markdown).joined(separator: "\n")
    case .yaml: Setting.groups.map(Self.yaml).joined(separator: "\n")
    case .json: "[\n" + Setting.groups.flatMap(Self.objects).joined(separator: ",\n") + "\n]\n"
    }
  }

  private static func markdown(_ group: Setting.Group) -> String {
    var text =
      "### \(group.title)\n\n| setting | value | default | what it does |\n|---|---|---|---|\n"
    for setting in group.settings {
      let restart = setting.change == .restart ? " Needs a restart." : ""
      let standard = setting.standard.map { "`\($0.text)`" } ?? setting.absence
      text += "| `\(setting.name.key)` | \(setting.kind.title)\(setting.kind.range) "
      text += "| \(setting.isRequired ? "none: required" : standard) "
      text += "| \(setting.help)\(restart) |\n"
    }
    return text
  }

  private static func yaml(_ group: Setting.Group) -> String {
    var text = "# \(group.title)\n\n"
    for setting in group.settings {
      text += "# \(setting.help)\n"
      let value = setting.standard.map(Settings.scalar)
      if setting.absence.isEmpty {
        text += "#\(setting.name.key): \(value ?? "")\n"
      } else {
        text += "#\(setting.name.key):    # default: \(setting.absence)\n"
      }
    }
    return text
  }

  private static func objects(_ group: Setting.Group) -> [String] {
    group.settings.map { setting in
      let fields = [
        ("group", group.title), ("key", setting.name.key), ("flag", setting.name.flag),
        ("environment", setting.name.environment),
        ("value", setting.kind.title + setting.kind.range),
        ("default", setting.isRequired ? "" : setting.standardText),
        ("change", setting.change == .restart ? "restart" : "reload"), ("help", setting.help),
      ]
      // The table holds neither quotation marks nor control characters, which a test sees to.
      return "{" + fields.map { "\"\($0)\": \"\($1)\"" }.joined(separator: ", ") + "}"
    }
  }
}

extension SettingKind {
  /// The range of a number in words that follow its kind.
  fileprivate var range: String {
    switch self {
    case .integer(let range), .bytes(let range), .wholeSeconds(let range):
      range.upperBound == Int.max
        ? ", at least \(range.lowerBound)" : ", \(range.lowerBound) to \(range.upperBound)"
    case .decimal(let range), .seconds(let range):
      ", \(SettingValue.decimal(range.lowerBound).text) to \(SettingValue.decimal(range.upperBound).text)"
    case .boolean, .choice, .roles, .path, .nameEnding: ""
    }
  }
}
