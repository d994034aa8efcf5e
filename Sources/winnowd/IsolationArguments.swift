import ArgumentParser
import Extraction
import Logging
import Spool
import SystemPackage

/// Where pages are read: in processes of their own or in the daemon.
struct IsolationArguments: ParsableArguments {
  /// Where pages are read.
  enum Isolation: String, CaseIterable, ExpressibleByArgument {
    /// In worker processes that have neither the file system nor the network.
    case process
    /// In the daemon itself, which a hostile page can then end.
    case none
  }

  @Option(help: "Where pages are read: in confined processes, or in the daemon itself.")
  var isolation = Isolation.process

  @Flag(help: .hidden)
  var misbehaveOnRequest = false

  func validate() throws {
    guard isolation == .process || !misbehaveOnRequest else {
      throw ValidationError("--misbehave-on-request needs --isolation process")
    }
  }

  /// As many workers as documents may be in work.
  func workers(
    for configuration: SpoolConfiguration, _ logger: Logger, _ tally: WorkerTally
  ) throws(SpoolError) -> [any ExtractionWorker] {
    var settings = configuration.workerSettings
    settings.misbehaves = misbehaveOnRequest
    if misbehaveOnRequest { logger.warning("pages may have workers misbehave: this is for tests") }
    let supply = isolation == .process ? try supply(settings, logger, tally) : nil
    var workers: [any ExtractionWorker] = []
    for _ in 0..<configuration.limits.workers {
      let processor: any PageProcessor =
        if let supply { IsolatedPageProcessor(supply: supply) } else {
          try LocalPageProcessor(settings)
        }
      workers.append(try DocumentWorker(processor, settings))
    }
    return workers
  }

  private func supply(
    _ settings: WorkerSettings, _ logger: Logger, _ tally: WorkerTally
  ) throws(SpoolError) -> WorkerSupply {
    do throws(Errno) {
      return try WorkerSupply(settings) { notice in
        tally.note(notice)
        logger.report(notice)
      }
    } catch {
      throw SpoolError(.inputOutput, "cannot start worker processes: \(error)")
    }
  }
}
