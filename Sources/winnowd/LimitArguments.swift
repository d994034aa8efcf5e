import ArgumentParser
import Settings

/// What a document may cost; its record names the limits that bound.
struct LimitArguments: SettingArguments {
  @Option(.maxInputBytes) var maxInputBytes: String?
  @Option(.maxContainerBytes) var maxContainerBytes: String?
  @Option(.maxDecompressedBytes) var maxDecompressedBytes: String?
  @Option(.maxDecompressionRatio) var maxDecompressionRatio: String?
  @Option(.maxNodes) var maxNodes: String?
  @Option(.maxDepth) var maxDepth: String?
  @Option(.maxSeconds) var maxSeconds: String?
  @Option(.maxSilentSeconds) var maxSilentSeconds: String?
  @Option(.maxMemory) var maxMemory: String?
  @Option(.maxOutputBytes) var maxOutputBytes: String?
  @Option(.maxOutboxBytes) var maxOutboxBytes: String?
  @Option(.minFreeBytes) var minFreeBytes: String?

  var flags: [(SettingName, String?)] {
    [
      (.maxInputBytes, maxInputBytes), (.maxContainerBytes, maxContainerBytes),
      (.maxDecompressedBytes, maxDecompressedBytes),
      (.maxDecompressionRatio, maxDecompressionRatio), (.maxNodes, maxNodes),
      (.maxDepth, maxDepth), (.maxSeconds, maxSeconds), (.maxSilentSeconds, maxSilentSeconds),
      (.maxMemory, maxMemory), (.maxOutputBytes, maxOutputBytes),
      (.maxOutboxBytes, maxOutboxBytes), (.minFreeBytes, minFreeBytes),
    ]
  }
}
