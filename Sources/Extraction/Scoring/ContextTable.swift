private import Glibc

/// What the roles are told by besides the features: the main-text probabilities around each block.
///
/// `Scripts/model/decode.py` computes the same for the fit.
struct ContextTable {
  /// The values of a block.
  static let blockValues = [
    "p", "smoothed2", "smoothed6", "kept", "sinceFirst", "sinceLast", "massBefore",
  ]
  /// The values of a page.
  static let pageValues = ["pageShare", "pageKept"]

  /// The values of the blocks from ``firstBlock`` on, value after value.
  private(set) var blocks = FeatureValues()
  /// The first block that has values.
  private(set) var firstBlock = 0
  /// The number of blocks of the page.
  private(set) var blockCount = 0
  /// The values of the page.
  private(set) var page = FeatureValues()

  private static let deviations: [Float] = [2, 6]

  private let kernels: [[Float]] = deviations.map { deviation in
    let radius = Int(deviation * 3)
    let weights = (-radius...radius).map { expf(-Float($0 * $0) / (2 * deviation * deviation)) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }
  private var smoothed: [[Float]] = Array(repeating: [], count: deviations.count)
  private var padded: [Float] = []
  /// The first and the last block that is kept.
  private var ends = (first: 0, last: 0)
  private var mass: Float = 0
  /// The mass before the first block that has values.
  private var massBefore: Float = 0

  /// Fills the table for a page.
  mutating func compute(_ probabilities: [Float], words: [Float], kept: [Bool]) {
    begin(probabilities, words: words, kept: kept)
    fill(probabilities.indices, probabilities, words: words, kept: kept)
  }

  /// Begins a page: fills what is the page's own.
  mutating func begin(_ probabilities: [Float], words: [Float], kept: [Bool]) {
    blockCount = probabilities.count
    ends = (kept.firstIndex(of: true) ?? blockCount, kept.lastIndex(of: true) ?? -1)
    firstBlock = 0
    massBefore = 0
    var mass: Float = 0
    var total: Float = 0
    for index in 0..<blockCount {
      mass += probabilities[index] * words[index]
      total += words[index]
    }
    self.mass = mass
    for kernel in kernels.indices { smooth(probabilities, kernel) }
    page.fill(count: 1, valueCount: Self.pageValues.count) { _, sink in
      sink.add("pageShare", mass / max(total, 1))
      sink.add("pageKept", Float(kept.count { $0 }))
    }
  }

  /// Fills the values of some blocks of the page, which begin no further up than those filled before.
  mutating func fill(
    _ range: Range<Int>, _ probabilities: [Float], words: [Float], kept: [Bool]
  ) {
    for index in firstBlock..<range.lowerBound { massBefore += probabilities[index] * words[index] }
    firstBlock = range.lowerBound
    var massBefore = massBefore
    let (smoothed, mass, ends) = (smoothed, mass, ends)
    blocks.fill(count: range.count, valueCount: Self.blockValues.count) { row, sink in
      let index = range.lowerBound + row
      massBefore += probabilities[index] * words[index]
      sink.add("p", probabilities[index])
      for series in smoothed { sink.add("smoothed", series[index]) }
      sink.add("kept", kept[index] ? 1 : 0)
      sink.add("sinceFirst", Float(index - ends.first))
      sink.add("sinceLast", Float(index - ends.last))
      sink.add("massBefore", massBefore / max(mass, 1e-6))
    }
  }

  /// Adds one place of the kernel after the other to all sums, which takes several sums at a time.
  private mutating func smooth(_ series: [Float], _ kernel: Int) {
    let weights = kernels[kernel]
    let radius = weights.count / 2
    padded.reset(count: radius)
    padded += series
    padded.append(contentsOf: repeatElement(0, count: radius))
    smoothed[kernel].reset(count: series.count)
    unsafe padded.withUnsafeBufferPointer { padded in
      unsafe smoothed[kernel].withUnsafeMutableBufferPointer { sums in
        for (place, weight) in weights.enumerated() {
          // The padding, as wide as the kernel, keeps what follows inside the series.
          for index in 0..<sums.count { unsafe sums[index] += padded[index + place] * weight }
        }
      }
    }
  }
}
