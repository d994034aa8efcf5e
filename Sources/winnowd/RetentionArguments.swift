import ArgumentParser
import Settings

/// How much of done and failed inputs is kept.
struct RetentionArguments: SettingArguments {
  @Option(.maxDoneSeconds) var maxDoneSeconds: String?
  @Option(.maxDoneBytes) var maxDoneBytes: String?
  @Option(.maxDoneCount) var maxDoneCount: String?
  @Option(.maxFailedSeconds) var maxFailedSeconds: String?
  @Option(.maxFailedBytes) var maxFailedBytes: String?
  @Option(.maxFailedCount) var maxFailedCount: String?

  var flags: [(SettingName, String?)] {
    [
      (.maxDoneSeconds, maxDoneSeconds), (.maxDoneBytes, maxDoneBytes),
      (.maxDoneCount, maxDoneCount), (.maxFailedSeconds, maxFailedSeconds),
      (.maxFailedBytes, maxFailedBytes), (.maxFailedCount, maxFailedCount),
    ]
  }
}
