private import Glibc

/// The logarithm that features take of counts.
enum Logarithm {
  /// Counts under this are looked up; hardly one in a hundred is larger.
  private static let tableCount = 1024
  private static let table = (0..<tableCount).map { log1pf(Float($0)) }

  /// The smallest number that is not lost beside one in a logarithm: under it `log1pf` is taken, which is slower.
  private static let small: Float = 0.25

  /// ln(1 + value) for a value that is no whole number.
  ///
  /// From 0.25 on, to round the sum costs less than the last two bits.
  @inline(__always)
  static func ofOneMore(thanPart value: Float) -> Float {
    value >= small ? logf(1 + value) : log1pf(value)
  }

  /// ln(1 + count).
  @inline(__always)
  static func ofOneMore(than count: Float) -> Float {
    guard count >= 0, count < Float(tableCount) else { return log1pf(count) }
    let whole = Int(count)
    return Float(whole) == count ? table[whole] : ofOneMore(thanPart: count)
  }
}
