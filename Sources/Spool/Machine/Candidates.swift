/// The files of the inbox that are known and not in work.
struct Candidates: Sendable {
  /// What is known of one of them.
  enum State: Hashable {
    /// Found, and perhaps still being written: `stamp` has held since `since`. The stamp is `nil` when
    /// only the name is known.
    case settling(stamp: FileStamp?, since: Duration)
    /// Found, and the marker that says that it is whole is not there yet.
    case awaiting(FileStamp)
    /// Ready and in the queue.
    case queued
    /// Done and left in the inbox, as long as the stamp holds.
    case kept(FileStamp)
  }

  private struct Known {
    var state: State
    var scan: Int
    /// Since when it is ready, or `nil` when it is not or was put back.
    var readySince: Duration?
  }

  private var known: [FileName: Known] = [:]
  private var marks: [FileName: Int] = [:]
  private var queue = ReadyQueue()
  /// Files that are ready.
  private(set) var readyCount = 0
  private var scan = 0
  /// Whether ready files were left out because the queue is full.
  private(set) var isTruncated = false
  let capacity: Int
  private(set) var readiness: Readiness
  private(set) var stability: Duration
  private(set) var minimumAge: Duration

  /// No candidates yet.
  ///
  /// - Parameters:
  ///   - capacity: The most names of ready files.
  ///   - readiness: How a file is known to be whole.
  ///   - stability: For how long a file that was merely found has to hold still.
  ///   - minimumAge: For how long each file has to hold still.
  init(
    capacity: Int, readiness: Readiness = .closed, stability: Duration,
    minimumAge: Duration = .zero
  ) {
    self.capacity = capacity
    self.readiness = readiness
    self.stability = max(stability, minimumAge)
    self.minimumAge = minimumAge
  }

  /// Whether no file is ready or settling.
  var isDrained: Bool {
    readyCount == 0 && !isTruncated && earliestSettling == nil
  }

  /// Whether a file is ready.
  var hasReady: Bool { readyCount > 0 }

  /// When the first of the settling files could be ready, or `nil` when none is settling.
  private(set) var earliestSettling: Duration?

  /// The state of a name, or `nil` when nothing is known of it.
  subscript(name: FileName) -> State? { known[name]?.state }

  /// A scan begins; names that it does not see are forgotten at its end.
  mutating func beginScan() {
    scan += 1
    isTruncated = false
  }

  /// A scan saw a regular file.
  mutating func see(_ entry: InboxEntry, now: Duration) {
    known[entry.name]?.scan = scan
    switch self[entry.name] {
    case .queued: return
    case .kept(let stamp) where stamp == entry.status.stamp: return
    case _ where readiness.marker(of: entry.name) != nil: seeMarked(entry, now: now)
    case .settling(let stamp, let since) where stamp == entry.status.stamp:
      if now - since >= stability { enqueue(entry, now: now) }
    default:
      if entry.age >= stability {
        enqueue(entry, now: now)
      } else {
        settle(entry.name, stamp: entry.status.stamp, now: now)
      }
    }
  }

  /// A program finished writing a file, or moved it in.
  ///
  /// A file without bytes is often a name that is taken first and filled later, so it has to hold still.
  mutating func finishWriting(_ entry: InboxEntry, now: Duration) {
    switch self[entry.name] {
    case .queued: return
    case .kept(let stamp) where stamp == entry.status.stamp: return
    case _ where readiness.marker(of: entry.name) != nil: seeMarked(entry, now: now)
    case .settling where entry.status.stamp.size == 0: return
    default:
      if entry.status.stamp.size == 0 || readiness == .stable || minimumAge > .zero {
        settle(entry.name, stamp: entry.status.stamp, now: now)
      } else {
        enqueue(entry, now: now)
      }
    }
  }

  /// The marker of a document was seen.
  mutating func mark(_ name: FileName, now: Duration) {
    marks[name] = scan
    if case .awaiting(let stamp) = self[name] {
      enqueue(name, modified: stamp.modified, now: now)
    }
  }

  /// The marker of a document says nothing of the next file of that name.
  mutating func unmark(_ name: FileName) {
    marks[name] = nil
  }

  /// A file was seen that counts as whole when its marker is there.
  private mutating func seeMarked(_ entry: InboxEntry, now: Duration) {
    if marks[entry.name] == nil {
      known[entry.name] = Known(state: .awaiting(entry.status.stamp), scan: scan)
    } else if entry.age >= minimumAge {
      enqueue(entry, now: now)
    } else {
      settle(entry.name, stamp: entry.status.stamp, now: now)
    }
  }

  /// A file is to be watched until it holds still.
  mutating func settle(_ name: FileName, stamp: FileStamp? = nil, now: Duration) {
    known[name] = Known(state: .settling(stamp: stamp, since: now), scan: scan)
    earliestSettling = min(earliestSettling ?? .seconds(Int64.max), now + stability)
  }

  /// No file is looked at before that time, although one may be ready.
  mutating func postponeSettling(until time: Duration) {
    earliestSettling = earliestSettling.map { max($0, time) }
  }

  /// A file stays in the inbox although it is done.
  mutating func keep(_ name: FileName, stamp: FileStamp) {
    known[name] = Known(state: .kept(stamp), scan: scan)
  }

  /// A ready file could not be taken and is to be tried again first.
  mutating func putBack(_ name: FileName) {
    known[name] = Known(state: .queued, scan: scan)
    readyCount += 1
    queue.insert(name, modified: .min)
  }

  /// Takes out the ready file that changed longest ago, or in turn the one that was found longest ago.
  ///
  /// - Returns: Its name, and since when it is ready.
  mutating func takeOldest() -> (name: FileName, readySince: Duration?)? {
    guard hasReady else { return nil }
    if queue.beginTurn() {
      while let name = queue.removeFirstArrival() {
        if let taken = take(name) { return (name, taken.readySince) }
      }
    }
    while let name = queue.removeOldest() {
      if let taken = take(name) { return (name, taken.readySince) }
    }
    return nil
  }

  /// Takes out a name unless it was taken before.
  private mutating func take(_ name: FileName) -> Known? {
    guard let taken = known[name], taken.state == .queued else { return nil }
    known[name] = nil
    unmark(name)
    readyCount -= 1
    if readyCount == 0 { queue.removeAll() }
    return taken
  }

  /// Forgets the ready and the settling files.
  mutating func removeAll() {
    known = [:]
    marks = [:]
    readyCount = 0
    queue.removeAll()
    isTruncated = false
    earliestSettling = nil
  }

  /// Takes over what the operator chose anew, and forgets what was concluded from the old.
  ///
  /// - Returns: Whether files were forgotten, so that a scan has to find them again.
  mutating func reconfigure(_ limits: SpoolLimits) -> Bool {
    let stability = max(limits.stability, limits.minimumAge)
    let isSame =
      readiness == limits.readiness && self.stability == stability
      && minimumAge == limits.minimumAge
    let kept = known.filter { if case .kept = $0.value.state { true } else { false } }
    guard !isSame || (!kept.isEmpty && !limits.keepsInputs) else { return false }
    (readiness, self.stability, minimumAge) = (limits.readiness, stability, limits.minimumAge)
    removeAll()
    if limits.keepsInputs { known = kept }
    return true
  }

  /// A scan ended: forgets what it did not see and finds the next moment at which a file may be ready.
  mutating func endScan() {
    earliestSettling = nil
    marks = marks.filter { $0.value == scan }
    for (name, entry) in known {
      if entry.scan != scan, entry.state != .queued { known[name] = nil }
      guard entry.scan == scan, case .settling(_, let since) = entry.state else { continue }
      earliestSettling = min(earliestSettling ?? .seconds(Int64.max), since + stability)
    }
  }

  private mutating func enqueue(_ entry: InboxEntry, now: Duration) {
    enqueue(entry.name, modified: entry.status.stamp.modified, now: now)
  }

  private mutating func enqueue(_ name: FileName, modified: Int64, now: Duration) {
    guard readyCount < capacity else {
      known[name] = nil
      isTruncated = true
      return
    }
    known[name] = Known(state: .queued, scan: scan, readySince: now)
    readyCount += 1
    queue.insert(name, modified: modified)
  }
}
