import Extraction

/// Reads values of one kind.
struct ValueReader: Sendable {
  /// The text is no such value.
  struct Unreadable: Error {
    /// What would be one: `between 1 and 1024`.
    let expected: String
  }

  let kind: SettingKind

  /// The value that the text stands for.
  func value(of text: String) throws(Unreadable) -> SettingValue {
    switch kind {
    case .boolean: try .boolean(boolean(text))
    case .integer(let range): try .integer(integer(text, in: range, units: [:]))
    case .decimal(let range): try .decimal(decimal(text, in: range, units: [:]))
    case .bytes(let range): try .integer(integer(text, in: range, units: Self.byteUnits))
    case .seconds(let range): try .decimal(decimal(text, in: range, units: Self.timeUnits))
    case .wholeSeconds(let range):
      try .integer(integer(text, in: range, units: Self.timeUnits))
    case .choice(let words): try .text(choice(text, of: words))
    case .roles: try .text(roles(text))
    case .path: try .text(path(text))
    case .nameEnding: try .text(nameEnding(text))
    }
  }

  private func boolean(_ text: String) throws(Unreadable) -> Bool {
    switch text.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: throw Unreadable(expected: "true or false")
    }
  }

  private func choice(_ text: String, of words: [String]) throws(Unreadable) -> String {
    guard words.contains(text) else {
      throw Unreadable(expected: "one of \(words.joined(separator: ", "))")
    }
    return text
  }

  private func integer(
    _ text: String, in range: ClosedRange<Int>, units: [String: Int]
  ) throws(Unreadable) -> Int {
    let (digits, factor) = Self.split(text, units)
    let product = Int(digits)?.multipliedReportingOverflow(by: factor)
    guard let product else {
      throw Unreadable(expected: "a whole number\(Self.list(units))")
    }
    guard !product.overflow, range.contains(product.partialValue) else {
      throw Unreadable(
        expected: range.upperBound == Int.max
          ? "at least \(range.lowerBound)"
          : "between \(range.lowerBound) and \(range.upperBound)")
    }
    return product.partialValue
  }

  private func decimal(
    _ text: String, in range: ClosedRange<Double>, units: [String: Int]
  ) throws(Unreadable) -> Double {
    let (digits, factor) = Self.split(text, units)
    guard let number = Double(digits), number.isFinite else {
      throw Unreadable(expected: "a number\(Self.list(units))")
    }
    let value = number * Double(factor)
    guard range.contains(value) else {
      let (low, high) = (SettingValue.decimal(range.lowerBound), range.upperBound)
      throw Unreadable(expected: "between \(low.text) and \(SettingValue.decimal(high).text)")
    }
    return value
  }

  private func roles(_ text: String) throws(Unreadable) -> String {
    do throws(UnknownRole) {
      _ = try Role.set(named: text)
      return text
    } catch {
      let names = Role.allCases.map(\.name).joined(separator: ", ")
      throw Unreadable(expected: "all or some of \(names)")
    }
  }

  private func path(_ text: String) throws(Unreadable) -> String {
    guard !text.isEmpty, !text.utf8.contains(0) else { throw Unreadable(expected: "a path") }
    return text
  }

  private func nameEnding(_ text: String) throws(Unreadable) -> String {
    guard !text.isEmpty, !text.utf8.contains(0), !text.contains("/") else {
      throw Unreadable(expected: "at least one character and no slash")
    }
    return text
  }

  /// The digits and what the unit behind them stands for.
  private static func split(
    _ text: String, _ units: [String: Int]
  ) -> (digits: String, factor: Int) {
    for (unit, factor) in units where text.hasSuffix(unit) {
      var digits = text.dropLast(unit.count)
      while digits.last == " " { digits.removeLast() }
      return (String(digits), factor)
    }
    return (text, 1)
  }

  private static func list(_ units: [String: Int]) -> String {
    let names = units.sorted { $0.value < $1.value }.map(\.key)
    return names.isEmpty ? "" : ", perhaps with \(names.joined(separator: ", "))"
  }

  private static let byteUnits = ["KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40]
  private static let timeUnits = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
}
