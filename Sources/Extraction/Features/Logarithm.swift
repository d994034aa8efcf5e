private import Glibc

/// The logarithm that features take of counts.
enum Logarithm {
  /// ln(1 + count).
  @inline(__always)
  static func ofOneMore(than count: Float) -> Float { log1pf(count) }
}
