/// The value of a setting.
package enum SettingValue: Hashable, Sendable {
  /// Yes or no.
  case boolean(Bool)
  /// A whole number: a count, bytes or seconds.
  case integer(Int)
  /// A number.
  case decimal(Double)
  /// A word, a path or a list.
  case text(String)

  /// The value as it stands in a file.
  package var text: String {
    switch self {
    case .boolean(let value): String(value)
    case .integer(let value): String(value)
    case .decimal(let value):
      // What is whole is written so: a point makes a number of seconds no clearer.
      Int(exactly: value).map(String.init) ?? String(value)
    case .text(let value): value
    }
  }
}
