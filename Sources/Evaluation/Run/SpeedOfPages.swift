/// How fast some pages were read, in processor time of one core.
public struct SpeedOfPages: Sendable, Equatable {
  /// The number of pages.
  public var count: Int
  /// Bytes of the pages, decompressed.
  public var byteCount: Int
  /// Seconds for all of them.
  public var seconds: Double
  /// Seconds of the page in the middle.
  public var median: Double
  /// Seconds that 95 of 100 pages do not exceed.
  public var highPercentile: Double

  /// Pages a second.
  public var pagesPerSecond: Double { seconds > 0 ? Double(count) / seconds : 0 }
  /// Millions of bytes a second.
  public var megabytesPerSecond: Double { seconds > 0 ? Double(byteCount) / seconds / 1e6 : 0 }

  /// Measures pages; `nil` where no time was taken.
  public init?(of pages: [BenchmarkPage]) {
    let timed = pages.filter { $0.seconds != nil }
    let times = timed.compactMap(\.seconds).sorted()
    guard let longest = times.last else { return nil }
    count = timed.count
    byteCount = timed.reduce(0) { $0 + $1.byteCount }
    seconds = times.reduce(0, +)
    median = times[times.count / 2]
    highPercentile = times.count < 20 ? longest : times[times.count * 19 / 20]
  }
}
