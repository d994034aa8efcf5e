import ArgumentParser
import Settings

/// How documents are worked on and what their records hold.
struct WorkArguments: SettingArguments {
  @Option(.workers) var workers: String?
  @Option(.isolation) var isolation: String?
  @Option(.compressionLevel) var compressionLevel: String?
  @Option(.roles) var roles: String?
  @Option(.bias) var bias: String?

  var flags: [(SettingName, String?)] {
    [
      (.workers, workers), (.isolation, isolation), (.compressionLevel, compressionLevel),
      (.roles, roles), (.bias, bias),
    ]
  }
}
