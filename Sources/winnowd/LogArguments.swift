import ArgumentParser
import Settings

/// What is logged, and how.
struct LogArguments: SettingArguments {
  @Option(.logLevel) var logLevel: String?
  @Option(.logFormat) var logFormat: String?
  @Option(.logRepeatSeconds) var logRepeatSeconds: String?

  var flags: [(SettingName, String?)] {
    [(.logLevel, logLevel), (.logFormat, logFormat), (.logRepeatSeconds, logRepeatSeconds)]
  }
}
