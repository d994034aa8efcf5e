import ArgumentParser
import Settings

extension Option where Value == String? {
  /// The flag of a setting, whose name and help are those of the table.
  ///
  /// Its value is read with those of the file and the environment, by the same rules.
  init(_ name: SettingName) {
    let setting = Setting.named(name)
    self.init(
      name: .customLong(name.rawValue),
      // A number may begin with a minus.
      parsing: setting.kind.isNumber ? .unconditional : .next,
      help: ArgumentHelp(setting.flagHelp, valueName: setting.kind.valueName),
      completion: setting.kind.completion)
  }
}

extension Flag where Value == Bool? {
  /// The flag of a setting whose values are yes and no.
  init(_ name: SettingName) {
    self.init(
      name: .customLong(name.rawValue), inversion: .prefixedNo,
      help: ArgumentHelp(Setting.named(name).flagHelp))
  }
}

extension Setting {
  /// The help, with the default unless there is none.
  fileprivate var flagHelp: String {
    isRequired ? help : "\(help) (default: \(standardText))"
  }
}

extension SettingKind {
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .decimal, .bytes, .seconds, .wholeSeconds: true
    case .boolean, .choice, .roles, .path, .nameEnding: false
    }
  }

  fileprivate var completion: CompletionKind? {
    switch self {
    case .choice(let words): .list(words)
    case .path: .directory
    default: nil
    }
  }
}
