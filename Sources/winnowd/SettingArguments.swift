import ArgumentParser
import Settings

/// Flags that are settings.
protocol SettingArguments: ParsableArguments {
  /// The settings with the flags' values, `nil` where a flag was not given.
  var flags: [(SettingName, String?)] { get }
}

extension SettingArguments {
  /// The settings that were given.
  var given: [RawSetting] {
    flags.compactMap { name, text in
      text.map { RawSetting(name, $0, from: .flag(name.flag)) }
    }
  }
}
