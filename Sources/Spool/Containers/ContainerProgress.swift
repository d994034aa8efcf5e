/// How far the work on a container is.
package struct ContainerProgress: Hashable, Sendable {
  /// The container's name.
  package let name: FileName
  /// Stored bytes of the container.
  package let byteCount: Int
  /// Stored bytes that were read, some of them ahead of the pages.
  package private(set) var bytesRead = 0
  /// The number of the last page that is done with.
  package private(set) var passed = 0
  /// Pages whose records were written.
  package private(set) var written = 0
  /// Those of them that failed.
  package private(set) var failed = 0
  /// Pages whose records an earlier attempt had written.
  package private(set) var resumed = 0
  private var toldAt: Duration?

  /// The progress on a container that was just taken.
  package init(name: FileName, byteCount: Int) {
    self.name = name
    self.byteCount = byteCount
  }

  /// A page is done with, or more was read.
  package mutating func note(_ event: ContainerEvent) {
    switch event {
    case .published(let page, let failure, _):
      (passed, bytesRead) = (page.ordinal, page.bytesRead)
      written += 1
      if failure != nil { failed += 1 }
    case .passed(let page):
      (passed, bytesRead) = (page.ordinal, page.bytesRead)
      resumed += 1
    // A worker that takes the place of another begins at the beginning.
    case .read(let byteCount): bytesRead = max(bytesRead, byteCount)
    }
  }

  /// Whether it is time to tell the operator again.
  package mutating func isDue(at now: Duration) -> Bool {
    guard let toldAt else {
      toldAt = now
      return false
    }
    guard now - toldAt >= Self.interval else { return false }
    self.toldAt = now
    return true
  }

  /// The share of the container that was read, in percent.
  package var percent: Int {
    byteCount > 0 ? min(100, Int(Double(bytesRead) * 100 / Double(byteCount))) : 0
  }

  // Often enough to see that it goes on, seldom enough for a log of days.
  private static let interval = Duration.seconds(10)
}
