/// The files of a folder, counted.
package struct QueueTally: Hashable, Sendable {
  /// The upper bounds of the ages that files are counted by; those beyond the last have a class of their own.
  ///
  /// Postfix's `qshape` doubles from five minutes on; a page is done in less than a second, so the classes here
  /// begin at a minute and end where nobody looks at hours any more.
  package static let ageBounds: [(name: String, seconds: Int64)] = [
    ("1m", 60), ("5m", 300), ("15m", 900), ("1h", 3600), ("6h", 21_600), ("1d", 86_400),
    ("7d", 604_800),
  ]

  /// The number of files.
  package var files = 0
  /// Their bytes.
  package var bytes = 0
  /// Since when the one is there that is there longest, in nanoseconds since 1970.
  package var oldest: Int64?
  /// Files by age, one more class than there are bounds.
  package var ages = [Int](repeating: 0, count: ageBounds.count + 1)

  /// No files.
  package init() {}

  /// Counts a file.
  ///
  /// It is there since its inode last changed: a rename sets that time, while the time of its content may be that
  /// of another machine and another year.
  ///
  /// - Parameters:
  ///   - stamp: The file's size and times.
  ///   - time: Nanoseconds since 1970.
  package mutating func add(_ stamp: FileStamp, at time: Int64) {
    files += 1
    bytes += Int(stamp.size)
    oldest = min(oldest ?? .max, stamp.changed)
    let seconds = max(0, time - stamp.changed) / 1_000_000_000
    ages[Self.ageBounds.firstIndex { seconds < $0.seconds } ?? Self.ageBounds.count] += 1
  }
}
