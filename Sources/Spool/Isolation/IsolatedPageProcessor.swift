import Extraction

/// Makes records in a worker process, which it replaces when that ends or has to be ended.
///
/// `@unchecked Sendable`: only the worker that owns it calls it, and that one by one, on the queue of its lane; it is a
/// class since the worker process outlives a call.
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

  package func process(
    _ file: borrowing ClaimedFile, isSuspect: Bool, into sink: any ContainerSink
  ) -> WorkProduct {
    var isSuspect = isSuspect
    var failedBefore: Int?
    while true {
      switch attempt(file, isSuspect: isSuspect, into: sink) {
      case .product(let product): return product
      case .page(let page, let reason):
        // Like a file, a page of a container is tried twice, the second time by a worker of its own.
        isSuspect = failedBefore != page.ordinal
        if isSuspect {
          failedBefore = page.ordinal
        } else if !sink.giveUp(page, for: reason) {
          return .none(sink.stopped)
        }
      }
    }
  }

  /// What came of one worker at a file.
  private enum Attempt {
    case product(WorkProduct)
    /// It failed at that page of a container.
    case page(PageAnnouncement, FailureReason)
  }

  private func attempt(
    _ file: borrowing ClaimedFile, isSuspect: Bool, into sink: any ContainerSink
  ) -> Attempt {
    if let process, process.isGone || (isSuspect && pages > 0) { dismiss(process) }
    prepare()
    guard let process else { return .product(.none(.exhausted("no worker process"))) }
    let settings = supply.settings
    let request = WorkerRequest(
      name: file.name.escaped, size: file.size, modified: file.modifiedSeconds,
      isSuspect: isSuspect, passed: sink.passed)
    pages += 1
    // A worker that ended may have read some of it, and its place in the file is the daemon's too.
    file.rewind()
    let killsBefore = supply.killsForMemory()
    do throws(ChannelError) {
      let reply = try process.process(request, file.fileDescriptor, into: sink) {
        WorkerWatch(
          start: MonotonicClock.now(), total: .seconds(settings.seconds),
          silence: .seconds(min(settings.seconds, settings.silentSeconds)))
      }
      return finish(reply, process, into: sink)
    } catch {
      let page = process.page
      let product = product(of: error, process, killsBefore: killsBefore)
      guard let page, case .none(.retry(let reason)) = product else { return .product(product) }
      return .page(page, reason)
    }
  }

  private func finish(
    _ reply: WorkerReply, _ process: WorkerProcess, into sink: any ContainerSink
  ) -> Attempt {
    switch reply {
    case .finished(let product, let peakBytes):
      let isWorn = pages >= Self.pagesPerWorker || peakBytes > Self.keptBytes
      if isWorn || product == .none(.retry(.memory)) { dismiss(process) }
      return .product(product)
    case .lacking(let page):
      dismiss(process)
      return .page(page, .memory)
    case .stopped:
      dismiss(process)
      return .product(.none(sink.stopped))
    }
  }

  /// What a page comes to whose worker failed.
  private func product(
    of error: ChannelError, _ process: WorkerProcess, killsBefore: Int?
  ) -> WorkProduct {
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
    case .closed:
      reason = ended.reason(
        memoryBytes: supply.settings.memoryBytes, killsBefore: killsBefore,
        killsAfter: supply.killsForMemory())
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
