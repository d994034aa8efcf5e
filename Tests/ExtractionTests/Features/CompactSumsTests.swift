import Testing

@testable import Extraction

struct CompactSumsTests {
  /// Counts that a byte holds, and such that it does not hold, alone or together.
  private static let counts: [[Float]] = (0..<900).map { block in
    let few = Float(block % 3)
    let full: Float = block % 90 == 7 ? 255 : 0
    let many: Float = block % 200 == 11 ? 70_000 : 1
    return [few, full, many]
  }

  @Test func sumsAreThoseOfTheCounts() {
    let lanes = 0..<3
    var sums = CompactSums(count: Self.counts.count, laneCount: lanes.count)
    for (block, counts) in Self.counts.enumerated().reversed() {
      for lane in lanes { sums.add(counts[lane], to: lane, of: block) }
      sums.add(3, to: 1, of: block)
    }
    sums.sum()
    for lane in lanes {
      var expected: Float = 0
      #expect(sums[lane, 0] == 0)
      for (block, counts) in Self.counts.enumerated() {
        expected += counts[lane] + (lane == 1 ? 3 : 0)
        #expect(sums[lane, block + 1] == expected)
      }
    }
  }
}
