import Foundation

/// The median of some measurements, with the least and the largest.
struct Spread: CustomStringConvertible {
  private let sorted: [Double]

  init(_ values: [Double]) { sorted = values.sorted() }

  /// The middle value.
  var median: Double { sorted.isEmpty ? .nan : sorted[sorted.count / 2] }

  var description: String {
    String(format: "%.3f (%.3f to %.3f)", median, sorted.first ?? .nan, sorted.last ?? .nan)
  }
}
