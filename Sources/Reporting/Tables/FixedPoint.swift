private import Glibc

/// Numbers as people read them: with a fixed number of decimals.
public enum FixedPoint {
  /// A number rounded to so many decimals; `–` for what is not finite.
  public static func text(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "–" }
    let scale = pow(10, Double(decimals))
    let scaled = (value * scale).rounded()
    guard scaled.magnitude < 0x1p53 else { return value.description }
    let sign = scaled < 0 ? "-" : ""
    let (whole, fraction) = Int(scaled.magnitude).quotientAndRemainder(dividingBy: Int(scale))
    guard decimals > 0 else { return sign + String(whole) }
    let digits = String(fraction)
    let zeros = String(repeating: "0", count: decimals - digits.count)
    return sign + String(whole) + "." + zeros + digits
  }

  /// A share of one with four decimals; `–` where there is none.
  public static func share(_ value: Double?) -> String {
    value.map { text($0, decimals: 4) } ?? "–"
  }

  /// A difference with its sign and four decimals.
  public static func difference(_ value: Double) -> String {
    let number = text(value, decimals: 4)
    return number.hasPrefix("-") ? number : "+" + number
  }

  /// A share of one in two decimals, without the zero before them: `.93`.
  static func brief(_ share: Double) -> String {
    let number = text(share, decimals: 2)
    return number.hasPrefix("0.") ? String(number.dropFirst()) : number
  }
}
