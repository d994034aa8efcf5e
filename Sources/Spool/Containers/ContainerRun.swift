import Extraction
import RecordEncoding
import SystemPackage

/// Writes the records of a container's pages to the outbox, one after the other.
///
/// It is used on the queue of one lane.
final class ContainerRun: ContainerSink {
  private let claim: Claim
  private let outbox: OutboxWriter
  private let level: Int
  private let gate: ContainerGate
  private let isInPlace: () -> Bool
  private let tell: (ContainerEvent) -> Void
  private(set) var passed: Int
  private(set) var stopped = ExtractionOutcome.interrupted
  private var toldOfReading = MonotonicClock.now()

  /// A run over the container of a claim.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - passed: Pages that an earlier run of this process is done with.
  ///   - outbox: Writes the records.
  ///   - level: The level of zstd.
  ///   - gate: Tells before each page whether to go on.
  ///   - isInPlace: Whether the outbox is still the folder that it was.
  ///   - tell: Takes what happened to each page.
  init(
    _ claim: Claim, passed: Int, outbox: OutboxWriter, level: Int, gate: ContainerGate,
    isInPlace: @escaping () -> Bool, tell: @escaping (ContainerEvent) -> Void
  ) {
    self.claim = claim
    self.passed = passed
    self.outbox = outbox
    self.level = level
    self.gate = gate
    self.isInPlace = isInPlace
    self.tell = tell
  }

  func verdict(on page: PageAnnouncement) -> PageVerdict {
    switch gate.order {
    case .goOn: break
    case .stop: return stop(.interrupted)
    case .hold(let cause): return stop(.blocked(cause))
    }
    // Only an attempt that follows another one can find its own records; a first one writes them anew, so
    // that a container that comes once more is read by the program of today.
    guard !claim.isFirst,
      outbox.holdsRecord(of: pageName(page), sha256: page.sha256, page: PageOrigin(page))
    else { return .make }
    passed = page.ordinal
    tell(.passed(page))
    return .pass
  }

  func take(_ product: WorkProduct, of page: PageAnnouncement) -> Bool {
    guard case .document(let document) = product else {
      stopped = product.outcome
      return false
    }
    guard isInPlace() else {
      return fail(.folders("inbox or outbox is gone or another folder is in its place"))
    }
    switch outbox.publish(document, of: pageName(page), page: PageOrigin(page)) {
    case .written, .skipped:
      passed = page.ordinal
      let failure = document.status == .failed ? document.reason : nil
      tell(.published(page, failure: failure, byteCount: document.frame.count))
      return true
    case .blocked(let cause): return fail(cause)
    }
  }

  func readOn(to bytesRead: Int) {
    let now = MonotonicClock.now()
    guard now - toldOfReading >= Self.readingInterval else { return }
    toldOfReading = now
    tell(.read(byteCount: bytesRead))
  }

  func giveUp(_ page: PageAnnouncement, for reason: FailureReason) -> Bool {
    let record = page.record(reason)
    do throws(RecordEncodingError) {
      var encoder = try RecordEncoder(level: level)
      let frame = try encoder.encode(record).frame
      return take(.document(ProcessedDocument(record, frame: frame)), of: page)
    } catch {
      stopped = .exhausted("\(error)")
      return false
    }
  }

  /// What the record of a page is named after, as if the page were an input of its own.
  private func pageName(_ page: PageAnnouncement) -> FileName {
    OutputName.page(page.ordinal, of: claim.name)
  }

  private func stop(_ outcome: ExtractionOutcome) -> PageVerdict {
    stopped = outcome
    return .stop
  }

  private func fail(_ cause: PauseCause) -> Bool {
    stopped = .blocked(cause)
    return false
  }

  // Some signs for each question of whether the work goes on, of which the shortest are seconds apart.
  private static let readingInterval = Duration.milliseconds(250)
}
