private import Glibc

/// The probabilities that sums of leaves stand for.
enum Softmax {
  /// Turns the sums of each row into probabilities.
  static func apply(to values: inout [Float], classes: Int) {
    var sums = values.mutableSpan
    for start in stride(from: 0, to: sums.count, by: classes) {
      let row = start..<(start + classes)
      var largest = -Float.infinity
      for index in row { largest = max(largest, sums[index]) }
      var total: Float = 0
      for index in row {
        sums[index] = expf(sums[index] - largest)
        total += sums[index]
      }
      for index in row { sums[index] /= total }
    }
  }
}
