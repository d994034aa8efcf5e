import Extraction

/// Makes records in a worker process, which it replaces when that ends or has to be ended.
///
/// `@unchecked Sendable`: a lane hands one page at a time to its processor, on one queue.
package final class IsolatedPageProcessor: PageProcessor, @unchecked Sendable {
  private let supply: WorkerSupply
  private var process: WorkerProcess?
  private var pages = 0
  private var lost: [WorkerProcess] = []

  /// A processor whose workers come from `supply`.
  package init(supply: WorkerSupply) {
    self.supply = supply
  }

  package func prepare() {
    collectLost()
    if process == nil { process = try? supply.start() }
  }

  package func end() {
    if let process { dismiss(process) }
  }

  package func process(_ file: borrowing ClaimedFile, isSuspect: Bool) -> WorkProduct {
    if let process, process.isGone || (isSuspect && pages > 0) { dismiss(process) }
    prepare()
    guard let process else { return .none(.exhausted("no worker process")) }
    let settings = supply.settings
    let watch = WorkerWatch(
      start: MonotonicClock.now(), total: .seconds(settings.seconds),
      silence: .seconds(min(settings.seconds, settings.silentSeconds)))
    let request = WorkerRequest(
      name: file.name.escaped, size: file.size, modified: file.modifiedSeconds,
      isSuspect: isSuspect)
    pages += 1
    do throws(ChannelError) {
      let (product, peakBytes) = try process.process(request, file.fileDescriptor, watch)
      let isWorn = pages >= Self.pagesPerWorker || peakBytes > Self.keptBytes
      if isWorn || product == .none(.retry(.memory)) { dismiss(process) }
      return product
    } catch {
      return product(of: error, process)
    }
  }

  /// What a page comes to whose worker failed.
  private func product(of error: ChannelError, _ process: WorkerProcess) -> WorkProduct {
    let ended = error == .closed ? process.waitForEnd() ?? process.end() : process.end()
    self.process = nil
    pages = 0
    guard let ended else {
      supply.tell(.unkillable(process: process.identifier))
      lost.append(process)
      return .none(.retry(.timeout))
    }
    let reason: FailureReason
    switch error {
    case .closed: reason = ended.reason(memoryBytes: supply.settings.memoryBytes)
    case .expired: reason = .timeout
    case .malformed: reason = .crash
    case .system(let error): return .none(.exhausted("worker: \(error)"))
    }
    let how = error == .closed ? ended.description : "\(error)"
    supply.tell(.ended(process: process.identifier, reason: reason, how: how))
    return .none(.retry(reason))
  }

  private func dismiss(_ process: WorkerProcess) {
    if process.end() == nil {
      supply.tell(.unkillable(process: process.identifier))
      lost.append(process)
    }
    self.process = nil
    pages = 0
  }

  /// Forgets those that ended late.
  private func collectLost() {
    lost.removeAll { process in
      guard process.takeEnd() != nil else { return false }
      supply.found()
      return true
    }
  }

  // Tika's number: what leaks, leaks little in so many pages.
  private static let pagesPerWorker = 10_000
  // Four times what a worker has after usual pages; what a huge page took is given back.
  private static let keptBytes = 256 << 20
}
