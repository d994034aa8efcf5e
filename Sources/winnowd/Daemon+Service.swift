import ArgumentParser
import Dispatch
import Foundation
import Logging
import Settings
import Spool

extension Daemon {
  /// Serves the folders until the process ends.
  func serve(
    _ settings: Settings, _ loader: SettingsLoader, _ manager: ServiceManager?
  ) throws {
    guard !misbehaveOnRequest || settings.text(.isolation) == "process" else {
      throw ValidationError("--misbehave-on-request needs --isolation process")
    }
    let output = LogOutput()
    output.configure(settings)
    LoggingSystem.bootstrap { SinkLogHandler(label: $0, output: output) }
    let logger = Logger(label: "winnowd")
    if misbehaveOnRequest { logger.warning("pages may have workers misbehave: this is for tests") }
    do throws(SpoolError) {
      try DescriptorLimit.raise()
      try start(reloading(settings, loader, output), manager, logger, output)
    } catch {
      logger.critical("\(error.message)")
      manager?.tell(.status(error.message))
      output.flush()
      throw ExitCode(error.exitCode.rawValue)
    }
    dispatchMain()
  }

  private func reloading(
    _ settings: Settings, _ loader: SettingsLoader, _ output: LogOutput
  ) -> SpoolReloading {
    let (once, misbehaves) = (once, misbehaveOnRequest)
    return SpoolReloading(settings: settings) { () throws(SettingsProblems) in
      try loader.load()
    } configuration: { settings in
      let coreCount = ProcessInfo.processInfo.activeProcessorCount
      var configuration = SpoolConfiguration(settings, coreCount: coreCount)
      configuration.limits.once = once
      configuration.workerSettings.misbehaves = misbehaves
      return configuration
    } apply: { settings in
      output.configure(settings)
    }
  }

  private func start(
    _ reloading: SpoolReloading, _ manager: ServiceManager?, _ logger: Logger, _ output: LogOutput
  ) throws(SpoolError) {
    let tally = WorkerTally()
    let workers = WorkerFactory { notice in
      tally.note(notice)
      logger.report(notice)
    }
    let longestStep = reloading.configuration(reloading.settings).longestStep
    let service = try SpoolService(
      reloading, in: LocalFileSystem(), workers: workers, tally: tally,
      supervision: manager?.supervision(allowance: longestStep), logger: logger
    ) { code in
      output.flush()
      Foundation.exit(code.rawValue)
    }
    service.start()
  }
}
