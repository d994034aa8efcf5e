import ArgumentParser
import Settings

/// When a file in the inbox counts as whole, and how the inbox is looked at.
struct ReadinessArguments: SettingArguments {
  @Option(.ready) var ready: String?
  @Option(.doneSuffix) var doneSuffix: String?
  @Option(.stabilitySeconds) var stabilitySeconds: String?
  @Option(.minimumAgeSeconds) var minimumAgeSeconds: String?
  @Option(.rescanSeconds) var rescanSeconds: String?
  @Flag(.poll) var poll: Bool?

  var flags: [(SettingName, String?)] {
    [
      (.ready, ready), (.doneSuffix, doneSuffix), (.stabilitySeconds, stabilitySeconds),
      (.minimumAgeSeconds, minimumAgeSeconds), (.rescanSeconds, rescanSeconds),
      (.poll, poll.map { String($0) }),
    ]
  }
}
