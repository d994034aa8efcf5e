/// How fast pages were read, in processor time of one core.
public struct Speed: Sendable, Equatable {
  /// Pages of one range of sizes.
  public struct Bin: Sendable, Equatable {
    /// The sizes, in bytes.
    public var sizes: Range<Int>
    /// How fast they were read.
    public var speed: SpeedOfPages
  }

  /// All pages together.
  public var all: SpeedOfPages
  /// The pages by size, in rising order; sizes without pages are left out.
  public var bins: [Bin]

  /// The bounds of the ranges of sizes, in bytes: each is four times the one before.
  static let bounds = [0, 16 << 10, 64 << 10, 256 << 10, 1 << 20, Int.max]

  /// Measures pages; `nil` where no time was taken.
  public init?(of pages: [BenchmarkPage]) {
    guard let all = SpeedOfPages(of: pages) else { return nil }
    self.all = all
    bins = zip(Self.bounds, Self.bounds.dropFirst()).compactMap { low, high in
      SpeedOfPages(of: pages.filter { (low..<high).contains($0.byteCount) })
        .map { Bin(sizes: low..<high, speed: $0) }
    }
  }
}
