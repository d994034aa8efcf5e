import ArgumentParser
import Settings

/// How the daemon tells of itself.
struct MonitoringArguments: SettingArguments {
  @Option(.metricsFile) var metricsFile: String?
  @Option(.metricsSocket) var metricsSocket: String?
  @Option(.metricsInterval) var metricsInterval: String?

  var flags: [(SettingName, String?)] {
    [
      (.metricsFile, metricsFile), (.metricsSocket, metricsSocket),
      (.metricsInterval, metricsInterval),
    ]
  }
}
