/// Sums over pages that a figure is made of: one quotient, or two of which it is the harmonic mean.
struct FigureSums: Sendable {
  /// Dividend and divisor of the first quotient, then of the second.
  private var sums: SIMD4<Double>

  static let zero = Self(0, over: 0)

  /// A quotient, or two.
  init(
    _ dividend: Double, over divisor: Double, and second: Double = 0, over secondDivisor: Double = 0
  ) {
    sums = SIMD4(dividend, divisor, second, secondDivisor)
  }

  /// What one page adds to a mean.
  static func mean(_ value: Double) -> Self { Self(value, over: 1) }

  /// What one page adds to a share of pages.
  static func mean(_ isRight: Bool) -> Self { mean(isRight ? 1 : 0) }

  /// What one page adds to an F1 of pooled words.
  static func pooled(_ overlap: Overlap) -> Self {
    Self(Double(2 * overlap.hits), over: Double(overlap.found + overlap.wanted))
  }

  /// The first quotient alone, where there is something to divide by.
  var first: Self? { sums.y > 0 ? Self(sums.x, over: sums.y) : nil }
  /// The second quotient alone, where there is something to divide by.
  var second: Self? { sums.w > 0 ? Self(sums.z, over: sums.w) : nil }

  /// The figure; `nil` where there is nothing to divide by.
  var value: Double? {
    guard sums.y > 0 else { return sums.w > 0 ? 0 : nil }
    let first = sums.x / sums.y
    guard sums.w > 0 else { return first }
    let second = sums.z / sums.w
    return first + second > 0 ? 2 * first * second / (first + second) : 0
  }

  static func += (left: inout Self, right: Self) { left.sums += right.sums }
}
