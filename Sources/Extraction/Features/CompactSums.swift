/// For each place between the blocks of a page, and for each of some lanes, the sum of the counts of all blocks before it.
///
/// A long page has millions of places. Sums are kept as what they are above those of a place before, one byte a lane; a
/// place that a byte does not reach becomes the next to be counted from. So many marks take as many bytes of page.
struct CompactSums {
  private let laneCount: Int
  /// For each place its lanes; before ``sum()`` those after a block are the block's own counts.
  private var steps: [UInt8]
  /// Counts of a block's lane that a byte does not hold, before ``sum()``.
  private var overflow: [Int: Float] = [:]
  /// For each place the number of the place that it is counted from.
  private var baseNumbers: [UInt32] = []
  /// The sums at those places, lane after lane.
  private var bases: [Float] = []

  /// Sums of counts that are to be added.
  init(count: Int, laneCount: Int) {
    self.laneCount = laneCount
    steps = [UInt8](repeating: 0, count: (count + 1) * laneCount)
  }

  /// Adds to a block's own count, before the sums are made.
  mutating func add(_ count: Float, to lane: Int, of block: Int) {
    let index = (block + 1) * laneCount + lane
    let sum = Float(steps[index]) + count
    if sum <= Float(UInt8.max) {
      steps[index] = UInt8(sum)
    } else {
      overflow[index, default: 0] += sum
      steps[index] = 0
    }
  }

  /// Makes the sums of the counts.
  mutating func sum() {
    let placeCount = steps.count / laneCount
    baseNumbers.reserveCapacity(placeCount)
    var sums = [Float](repeating: 0, count: laneCount)
    var base = sums
    bases = base
    for place in 0..<placeCount {
      let first = place * laneCount
      var isNear = true
      for lane in 0..<laneCount {
        sums[lane] += Float(steps[first + lane])
        if !overflow.isEmpty { sums[lane] += overflow[first + lane] ?? 0 }
        isNear = isNear && sums[lane] - base[lane] <= Float(UInt8.max)
      }
      if !isNear {
        base = sums
        bases += base
      }
      for lane in 0..<laneCount { steps[first + lane] = UInt8(sums[lane] - base[lane]) }
      baseNumbers.append(UInt32(bases.count / laneCount - 1))
    }
    overflow = [:]
  }

  /// The sum of a lane of the blocks before a place.
  subscript(lane: Int, place: Int) -> Float {
    bases[Int(baseNumbers[place]) * laneCount + lane] + Float(steps[place * laneCount + lane])
  }
}
