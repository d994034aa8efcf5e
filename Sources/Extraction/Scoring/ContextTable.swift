private import Glibc

/// What the roles are told by besides the features: the main-text probabilities around each block.
///
/// `Scripts/model/decode.py` computes the same for the fit.
struct ContextTable {
  /// The number of columns.
  static let columnCount = 15

  private static let offsets = [-3, -2, -1, 1, 2, 3]
  private static let deviations: [Float] = [2, 6]

  /// The values, row after row.
  private(set) var values: [Float] = []

  private let kernels: [[Float]] = deviations.map { deviation in
    let radius = Int(deviation * 3)
    let weights = (-radius...radius).map { expf(-Float($0 * $0) / (2 * deviation * deviation)) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// Fills the table for a page.
  mutating func compute(_ probabilities: [Float], words: [Float], kept: [Bool]) {
    values.removeAll(keepingCapacity: true)
    let count = probabilities.count
    let first = kept.firstIndex(of: true) ?? count
    let last = kept.lastIndex(of: true) ?? -1
    let keptCount = Float(kept.count { $0 })
    var mass: Float = 0
    var total: Float = 0
    for index in 0..<count {
      mass += probabilities[index] * words[index]
      total += words[index]
    }
    var massBefore: Float = 0
    for index in 0..<count {
      values.append(probabilities[index])
      for offset in Self.offsets {
        let neighbour = index + offset
        values.append(probabilities.indices.contains(neighbour) ? probabilities[neighbour] : -1)
      }
      for kernel in kernels { values.append(Self.smooth(probabilities, at: index, kernel)) }
      massBefore += probabilities[index] * words[index]
      values.append(kept[index] ? 1 : 0)
      values.append(Float(index - first))
      values.append(Float(index - last))
      values.append(massBefore / max(mass, 1e-6))
      values.append(mass / max(total, 1))
      values.append(keptCount)
    }
  }

  private static func smooth(_ series: [Float], at index: Int, _ kernel: [Float]) -> Float {
    let radius = kernel.count / 2
    var sum: Float = 0
    for offset in max(-radius, -index)...min(radius, series.count - 1 - index) {
      sum += series[index + offset] * kernel[offset + radius]
    }
    return sum
  }
}
