private import Glibc

/// Text density along the page: plain words of each block, smoothed over its neighbours by a Gaussian.
///
/// Smoothing keeps a short line between long paragraphs and drops a long line between menus (Weninger, Hsu,
/// Han: CETR, WWW 2010; there over lines of source).
struct SmoothedDensity {
  /// The standard deviations of the smoothing, in blocks.
  static let deviations: [Float] = [1, 2, 5, 12]

  /// How far a kernel reaches, in deviations: beyond, less than a hundredth of its weight would stand.
  private static let radius: Float = 2.5

  /// How far a block's smoothed values reach, in blocks: that of the widest kernel.
  static let reach = Int((deviations.max() ?? 0) * radius)

  /// The smoothed values, one array for each deviation.
  private(set) var values: [[Float]] = Array(repeating: [], count: deviations.count)
  /// The largest value of each array.
  var largest: [Float] = Array(repeating: 0, count: deviations.count)

  private let kernels: [[Float]] = deviations.map { deviation in
    let radius = Int(deviation * SmoothedDensity.radius)
    let weights = (0...radius).map { expf(-Float($0 * $0) / (2 * deviation * deviation)) }
    let total = weights[0] + 2 * weights.dropFirst().reduce(0, +)
    return weights.map { $0 / total }
  }

  /// The series with zeros before and after it, as many as the widest kernel reaches.
  private var padded: [Float] = []

  /// Smooths the series; one pass a deviation.
  ///
  /// - Parameters:
  ///   - series: One value a block.
  ///   - scales: The deviations by their places; the values of others stay as they were.
  mutating func compute(_ series: [Float], scales: [Int] = [0, 1, 2, 3]) {
    let margin = kernels.reduce(0) { max($0, $1.count) }
    padded.reset(count: margin)
    padded += series
    padded.append(contentsOf: repeatElement(0, count: margin))
    for scale in scales {
      values[scale].reset(count: series.count)
      smooth(kernels[scale], margin: margin, into: &values[scale])
      largest[scale] = values[scale].reduce(0) { max($0, $1) }
    }
  }

  /// Adds one place of the kernel after the other to all sums, which takes several sums at a time.
  private func smooth(_ kernel: [Float], margin: Int, into sums: inout [Float]) {
    let count = sums.count
    unsafe padded.withUnsafeBufferPointer { series in
      unsafe sums.withUnsafeMutableBufferPointer { sums in
        // The margin, as wide as the kernel, keeps what follows inside the series.
        guard let first = series.baseAddress, let sums = sums.baseAddress else { return }
        let own = unsafe first + margin
        for index in 0..<count { unsafe sums[index] = own[index] * kernel[0] }
        for offset in 1..<kernel.count {
          let weight = kernel[offset]
          let before = unsafe own - offset
          let after = unsafe own + offset
          for index in 0..<count {
            unsafe sums[index] = sums[index] + before[index] * weight + after[index] * weight
          }
        }
      }
    }
  }
}
