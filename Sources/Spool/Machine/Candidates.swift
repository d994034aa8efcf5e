/// The files of the inbox that are known and not in work.
struct Candidates: Sendable {
  /// What is known of one of them.
  enum State: Hashable {
    /// Found, and perhaps still being written: `stamp` has held since `since`. The stamp is `nil` when
    /// only the name is known.
    case settling(stamp: FileStamp?, since: Duration)
    /// Ready and in the queue.
    case queued
    /// Done and left in the inbox, as long as the stamp holds.
    case kept(FileStamp)
  }

  private struct Known {
    var state: State
    var scan: Int
  }

  private var known: [FileName: Known] = [:]
  private var queue = OldestFirstQueue()
  private var scan = 0
  /// Whether ready files were left out because the queue is full.
  private(set) var isTruncated = false
  let capacity: Int
  let stability: Duration

  init(capacity: Int, stability: Duration) {
    self.capacity = capacity
    self.stability = stability
  }

  /// Whether no file is ready or settling.
  var isDrained: Bool {
    queue.isEmpty && !isTruncated && earliestSettling == nil
  }

  /// Whether a file is ready.
  var hasReady: Bool { !queue.isEmpty }

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
    case .settling(let stamp, let since) where stamp == entry.status.stamp:
      if now - since >= stability { enqueue(entry) }
    default:
      if entry.age >= stability {
        enqueue(entry)
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
    case .settling where entry.status.stamp.size == 0: return
    default:
      if entry.status.stamp.size == 0 {
        settle(entry.name, stamp: entry.status.stamp, now: now)
      } else {
        enqueue(entry)
      }
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
    queue.insert(name, modified: .min)
  }

  /// Takes out the ready file that changed longest ago.
  mutating func takeOldest() -> FileName? {
    guard let name = queue.removeOldest() else { return nil }
    known[name] = nil
    return name
  }

  /// Forgets the ready and the settling files.
  mutating func removeAll() {
    known = [:]
    queue.removeAll()
    isTruncated = false
    earliestSettling = nil
  }

  /// A scan ended: forgets what it did not see and finds the next moment at which a file may be ready.
  mutating func endScan() {
    earliestSettling = nil
    for (name, entry) in known {
      if entry.scan != scan, entry.state != .queued { known[name] = nil }
      guard entry.scan == scan, case .settling(_, let since) = entry.state else { continue }
      earliestSettling = min(earliestSettling ?? .seconds(Int64.max), since + stability)
    }
  }

  private mutating func enqueue(_ entry: InboxEntry) {
    guard queue.count < capacity else {
      known[entry.name] = nil
      isTruncated = true
      return
    }
    known[entry.name] = Known(state: .queued, scan: scan)
    queue.insert(entry.name, modified: entry.status.stamp.modified)
  }
}
