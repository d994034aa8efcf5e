private import Glibc

/// Text density along the page: plain words of each block, smoothed over its neighbours by a Gaussian.
///
/// Smoothing keeps a short line between long paragraphs and drops a long line between menus (Weninger, Hsu,
/// Han: CETR, WWW 2010; there over lines of source).
struct SmoothedDensity {
  /// The standard deviations of the smoothing, in blocks.
  static let deviations: [Float] = [1, 2, 5, 12]

  /// The smoothed values, one array for each deviation.
  private(set) var values: [[Float]] = Array(repeating: [], count: deviations.count)
  /// The largest value of each array.
  private(set) var largest: [Float] = Array(repeating: 0, count: deviations.count)

  private let kernels: [[Float]] = deviations.map { deviation in
    let radius = Int(deviation * 2.5)
    let weights = (0...radius).map { expf(-Float($0 * $0) / (2 * deviation * deviation)) }
    let total = weights[0] + 2 * weights.dropFirst().reduce(0, +)
    return weights.map { $0 / total }
  }

  /// Smooths the series; one pass a deviation.
  mutating func compute(_ series: [Float]) {
    for scale in kernels.indices {
      let kernel = kernels[scale]
      values[scale].reset(count: series.count)
      largest[scale] = 0
      for index in series.indices {
        var sum = series[index] * kernel[0]
        for offset in 1..<kernel.count {
          if index >= offset { sum += series[index - offset] * kernel[offset] }
          if index + offset < series.count { sum += series[index + offset] * kernel[offset] }
        }
        values[scale][index] = sum
        largest[scale] = max(largest[scale], sum)
      }
    }
  }
}
