/// The settings, named as their keys in a file and their flags are.
package enum SettingName: String, CaseIterable, Hashable, Sendable, Comparable {
  case inbox
  case outbox
  case done
  case failed
  case retire
  case existing
  case deduplicate

  case workers
  case isolation
  case compressionLevel = "compression-level"
  case roles
  case bias

  case ready
  case doneSuffix = "done-suffix"
  case stabilitySeconds = "stability-seconds"
  case minimumAgeSeconds = "minimum-age-seconds"
  case rescanSeconds = "rescan-seconds"
  case poll

  case maxInputBytes = "max-input-bytes"
  case maxContainerBytes = "max-container-bytes"
  case maxDecompressedBytes = "max-decompressed-bytes"
  case maxDecompressionRatio = "max-decompression-ratio"
  case maxNodes = "max-nodes"
  case maxDepth = "max-depth"
  case maxSeconds = "max-seconds"
  case maxSilentSeconds = "max-silent-seconds"
  case maxMemory = "max-memory"
  case maxOutputBytes = "max-output-bytes"
  case maxOutboxBytes = "max-outbox-bytes"
  case minFreeBytes = "min-free-bytes"

  case maxDoneSeconds = "max-done-seconds"
  case maxDoneBytes = "max-done-bytes"
  case maxDoneCount = "max-done-count"
  case maxFailedSeconds = "max-failed-seconds"
  case maxFailedBytes = "max-failed-bytes"
  case maxFailedCount = "max-failed-count"

  case logLevel = "log-level"
  case logFormat = "log-format"
  case logRepeatSeconds = "log-repeat-seconds"

  case metricsFile = "metrics-file"
  case metricsSocket = "metrics-socket"
  case metricsInterval = "metrics-interval"

  /// The key in a file: the name itself.
  package var key: String { rawValue }

  /// The flag, with its dashes.
  package var flag: String { "--" + rawValue }

  /// The variable of the environment: `WINNOW_MAX_DEPTH` for `max-depth`.
  package var environment: String {
    Self.environmentPrefix
      + String(rawValue.map { $0 == "-" ? "_" : Character($0.uppercased()) })
  }

  /// What the variables of the environment begin with.
  static let environmentPrefix = "WINNOW_"

  /// Orders names as the table lists them.
  package static func < (left: SettingName, right: SettingName) -> Bool {
    left.position < right.position
  }

  private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
