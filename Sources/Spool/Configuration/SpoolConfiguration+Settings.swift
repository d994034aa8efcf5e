import Extraction
import Intake
package import Settings
import SystemPackage

extension SpoolConfiguration {
  /// The configuration that settings make.
  ///
  /// - Parameters:
  ///   - settings: The settings, complete.
  ///   - coreCount: The number of cores, for settings that go by it.
  package init(_ settings: Settings, coreCount: Int) {
    self.init(
      inbox: FilePath(settings.text(.inbox) ?? ""), outbox: FilePath(settings.text(.outbox) ?? ""))
    done = settings.text(.done).map { FilePath($0) }
    failed = settings.text(.failed).map { FilePath($0) }
    retirement = Retirement(rawValue: settings.text(.retire) ?? "") ?? retirement
    existing = ExistingPolicy(rawValue: settings.text(.existing) ?? "") ?? existing
    deduplicates = settings.text(.deduplicate) == "content"
    isolation = Isolation(rawValue: settings.text(.isolation) ?? "") ?? isolation
    limits = SpoolLimits(settings, coreCount: coreCount)
    workerSettings = WorkerSettings(settings)
    monitoring.metricsFile = settings.text(.metricsFile).map { FilePath($0) }
    monitoring.metricsSocket = settings.text(.metricsSocket).map { FilePath($0) }
    monitoring.interval = settings.duration(.metricsInterval) ?? monitoring.interval
  }
}

extension SpoolLimits {
  fileprivate init(_ settings: Settings, coreCount: Int) {
    self.init()
    workers = settings.integer(.workers) ?? coreCount
    // A page takes milliseconds, and so does a disk to synchronize what it has: the more wait for it together, the
    // more it does at once.
    publishing = 16 * workers
    keepsInputs = settings.text(.retire) == SpoolConfiguration.Retirement.keep.rawValue
    readiness = Readiness(settings)
    stability = settings.duration(.stabilitySeconds) ?? stability
    minimumAge = settings.duration(.minimumAgeSeconds) ?? minimumAge
    rescanInterval = settings.duration(.rescanSeconds) ?? rescanInterval
    pollInterval = max(stability, .seconds(1))
    polls = settings.boolean(.poll)
    space.maximumOutboxBytes = settings.integer(.maxOutboxBytes)
    doneRetention = RetentionLimits(
      settings, seconds: .maxDoneSeconds, bytes: .maxDoneBytes, count: .maxDoneCount)
    failedRetention = RetentionLimits(
      settings, seconds: .maxFailedSeconds, bytes: .maxFailedBytes, count: .maxFailedCount)
    space.minimumFreeBytes = settings.integer(.minFreeBytes) ?? space.minimumFreeBytes
  }
}

extension RetentionLimits {
  fileprivate init(
    _ settings: Settings, seconds: SettingName, bytes: SettingName, count: SettingName
  ) {
    self.init()
    maximumAge = settings.integer(seconds).map { .seconds($0) }
    maximumBytes = settings.integer(bytes)
    maximumCount = settings.integer(count)
  }
}

extension Readiness {
  fileprivate init(_ settings: Settings) {
    switch settings.text(.ready) {
    case "stable": self = .stable
    case "done-file": self = .doneFile(suffix: settings.text(.doneSuffix) ?? "")
    default: self = .closed
    }
  }
}

extension WorkerSettings {
  fileprivate init(_ settings: Settings) {
    self.init()
    intake.fileBytes = settings.integer(.maxInputBytes) ?? intake.fileBytes
    intake.containerBytes = settings.integer(.maxContainerBytes) ?? intake.containerBytes
    intake.decompressedBytes = settings.integer(.maxDecompressedBytes) ?? intake.decompressedBytes
    intake.decompressionRatio =
      settings.integer(.maxDecompressionRatio) ?? intake.decompressionRatio
    extraction.nodeLimit = settings.integer(.maxNodes) ?? extraction.nodeLimit
    extraction.depthLimit = settings.integer(.maxDepth) ?? extraction.depthLimit
    extraction.precisionBias =
      settings.decimal(.bias).map { Float($0) } ?? extraction.precisionBias
    if let roles = settings.text(.roles).flatMap({ try? Role.set(named: $0) }) {
      extraction.roles = roles
    }
    compressionLevel = settings.integer(.compressionLevel) ?? compressionLevel
    seconds = settings.integer(.maxSeconds) ?? seconds
    silentSeconds = settings.integer(.maxSilentSeconds) ?? silentSeconds
    memoryBytes = settings.integer(.maxMemory) ?? memoryBytes
    outputBytes = settings.integer(.maxOutputBytes) ?? outputBytes
  }
}

extension Settings {
  /// A number of seconds, to the millisecond.
  fileprivate func duration(_ name: SettingName) -> Duration? {
    decimal(name).map { .milliseconds(Int($0 * 1000)) }
  }
}
