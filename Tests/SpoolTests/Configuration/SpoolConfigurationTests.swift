import Extraction
import Settings
import SystemPackage
import Testing

@testable import Spool

private func configuration(_ file: String) throws -> SpoolConfiguration {
  var sources = SettingsSources()
  sources.file = SettingsFile(bytes: Array(file.utf8), path: "w.yaml")
  return SpoolConfiguration(try sources.settings(isComplete: false), coreCount: 1)
}

/// The table's defaults are those of the types that they are entered into.
@Test func defaultsAreThoseOfTheTypes() {
  var expected = SpoolConfiguration(inbox: "", outbox: "")
  expected.limits.workers = 3
  expected.limits.publishing = 48
  #expect(SpoolConfiguration(.standard, coreCount: 3) == expected)
}

/// A value of each setting that is not its default.
private let others: [SettingName: String] = [
  .inbox: "i", .outbox: "o", .done: "d", .failed: "f", .retire: "delete", .existing: "skip",
  .deduplicate: "content", .workers: "9", .isolation: "none", .compressionLevel: "9",
  .roles: "title", .bias: "0.5", .ready: "stable", .stabilitySeconds: "9",
  .minimumAgeSeconds: "9", .rescanSeconds: "9", .poll: "true", .maxInputBytes: "9",
  .maxContainerBytes: "9",
  .maxDecompressedBytes: "9", .maxDecompressionRatio: "9", .maxNodes: "9", .maxDepth: "9",
  .maxSeconds: "9", .maxSilentSeconds: "9", .maxMemory: "20000000", .maxOutputBytes: "9999",
  .maxOutboxBytes: "9", .minFreeBytes: "9", .maxDoneSeconds: "9", .maxDoneBytes: "9",
  .maxDoneCount: "9", .maxFailedSeconds: "9", .maxFailedBytes: "9", .maxFailedCount: "9",
  .metricsFile: "m", .metricsSocket: "s", .metricsInterval: "9",
]

@Test(arguments: SettingName.allCases)
func eachSettingChangesSomething(name: SettingName) throws {
  // These three go to the log; a suffix counts only where it is asked for.
  let elsewhere: [SettingName] = [.logLevel, .logFormat, .logRepeatSeconds, .doneSuffix]
  guard !elsewhere.contains(name) else { return }
  let value = try #require(others[name], "name a value of \(name.key) here")
  #expect(try configuration("\(name.key): \(value)\n") != configuration(""))
}

@Test func suffixGoesWithItsReadiness() throws {
  #expect(
    try configuration("ready: done-file\ndone-suffix: .ok\n").limits.readiness
      == .doneFile(suffix: ".ok"))
}
